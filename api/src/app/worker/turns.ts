interface Waiting {
  readonly who: string;
  readonly go: () => void;
}

/**
 * Lets so many in at once, and so many of one sender; the others wait for their turn, in order, but nobody behind a sender
 * who has all the places that one may have.
 */
export class Turns {
  private readonly waiting: Waiting[] = [];
  private readonly held = new Map<string, number>();
  private inside = 0;

  constructor(
    private readonly most: number,
    private readonly mostOfOne = most,
  ) {}

  async take<Result>(work: () => Promise<Result>, who = ''): Promise<Result> {
    if (this.mayEnter(who)) this.enter(who);
    else await new Promise<void>((go) => this.waiting.push({ who, go }));
    try {
      return await work();
    } finally {
      this.leave(who);
    }
  }

  private mayEnter(who: string): boolean {
    return this.inside < this.most && (this.held.get(who) ?? 0) < this.mostOfOne;
  }

  private enter(who: string): void {
    this.inside += 1;
    this.held.set(who, (this.held.get(who) ?? 0) + 1);
  }

  private leave(who: string): void {
    this.inside -= 1;
    const left = (this.held.get(who) ?? 1) - 1;
    if (left > 0) this.held.set(who, left);
    else this.held.delete(who);
    const place = this.waiting.findIndex((next) => this.mayEnter(next.who));
    const [next] = place < 0 ? [] : this.waiting.splice(place, 1);
    if (!next) return;
    this.enter(next.who);
    next.go();
  }
}
