import { useEffect, useState } from 'react';
import { askFor, sendFile, type UploadAnswer, useWork } from '../gateway/index.js';
import type { FileMapping } from './mapping/draft.js';
import type { UnknownFile } from './mapping/MapColumns.js';
import { unknownFiles } from './mapping/unknown-files.js';
import { type Known, useKnown } from './mapping/use-known.js';
import { BY_HAND, type Reading } from './PresetChoice.js';
import type { Sending } from './Sent.js';
import { type Taken, takeApart } from './take-apart.js';

/** From where files come, and how they are read. */
export interface Wish extends Reading {
  readonly source: string;
}

/** Files that wait until somebody has said what their columns are. */
export interface Question {
  readonly known: Known;
  readonly source: string;
  readonly files: readonly UnknownFile[];
  readonly answer: (mappings: readonly FileMapping[]) => void;
  readonly drop: () => void;
}

type Mappings = ReadonlyMap<number, FileMapping>;

/** Sends files one after the other: they belong to one load, and the first one's answer names it. */
export function useUpload(into: string | null, onChecked: (loadId: string) => void) {
  const [files, setFiles] = useState<readonly Sending[]>([]);
  const [question, setQuestion] = useState<Question | null>(null);
  const work = useWork((job) => onChecked(job.subject));
  const known = useKnown();
  const sending = files.some((file) => file.answer === null);
  useStayWhile(sending || question !== null);
  const busy = sending || work.busy || question !== null;

  const deliver = async (taken: readonly Taken[], wish: Wish, mappings: Mappings): Promise<void> => {
    setFiles(taken.map(({ name, problem }) => ({ name, share: 0, answer: problem === null ? null : unsent(problem) })));
    const note = (at: number, change: Partial<Sending>): void =>
      setFiles((now) => now.map((file, i) => (i === at ? { ...file, ...change } : file)));
    let load = into;
    for (const [i, { file }] of taken.entries()) {
      if (file === null) continue;
      const to = { ...wish, loadId: load, mapping: mappings.get(i) ?? null };
      const answer: UploadAnswer = await sendFile(file, to, (share) => note(i, { share }));
      load = answer.loadId ?? load;
      note(i, { share: 1, answer });
    }
    if (load !== null) await work.ask(askFor('checkLoad', 'id'), { it: load });
  };

  const choose = async (chosen: readonly File[], said: Wish): Promise<void> => {
    if (chosen.length === 0 || busy) return;
    const always = said.preset === BY_HAND;
    const wish = { ...said, source: said.source.trim() || 'upload', preset: always ? '' : said.preset };
    setFiles(chosen.map(({ name }) => ({ name, share: 0, answer: null })));
    const taken = await takeApart(chosen);
    const all = wish.preset === 'none' ? null : await known(wish.source);
    const unknown = all === null ? [] : await unknownFiles(taken, all, { preset: wish.preset, always });
    if (all === null || unknown.length === 0) return deliver(taken, wish, new Map());
    setFiles([]);
    setQuestion({
      known: all,
      source: wish.source,
      files: unknown.map(({ file }) => file),
      answer: (mappings) => {
        setQuestion(null);
        const of = unknown.flatMap(({ at }, i) => (mappings[i] === undefined ? [] : [[at, mappings[i]] as const]));
        void deliver(taken, wish, new Map(of));
      },
      drop: () => setQuestion(null),
    });
  };
  return { files, work, busy, choose, question };
}

const unsent = (message: string): UploadAnswer => ({ ok: false, loadId: null, accepted: null, rejected: null, message });

/** The browser asks before it leaves while files are on their way; going to another page of the product stops nothing. */
function useStayWhile(sending: boolean): void {
  useEffect(() => {
    if (!sending) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [sending]);
}
