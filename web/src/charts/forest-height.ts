const ROW = 32;
const FRAME = 56;
const NARROW_ROW = 48;

/** A height that is known before anything is drawn, so that nothing jumps. */
export const forestHeight = (rows: number, narrow: boolean): number => rows * (narrow ? NARROW_ROW : ROW) + FRAME;
