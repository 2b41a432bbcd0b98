import { language } from '#language';

/**
 * Keeps the last few answers to questions whose answer never changes, for each language apart: answers hold words.
 * Whoever asks twice at once waits for one answer.
 */
export class Remembered<Answer> {
  private readonly answers = new Map<string, Promise<Answer>>();

  constructor(private readonly most: number) {}

  async get(question: string, find: () => Promise<Answer>): Promise<Answer> {
    const key = `${language()}\n${question}`;
    const known = this.answers.get(key);
    if (known) return this.touch(key, known);
    const found = find();
    void this.touch(key, found);
    // A fault is not an answer: the next one asks again.
    found.catch(() => this.answers.delete(key));
    return found;
  }

  private touch(key: string, answer: Promise<Answer>): Promise<Answer> {
    this.answers.delete(key);
    this.answers.set(key, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > this.most && oldest !== undefined) this.answers.delete(oldest);
    return answer;
  }
}
