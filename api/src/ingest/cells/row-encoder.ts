import type { Row, RowFault, RowListener } from '../reading/row-reader.js';
import { messageOf, type RuleName } from '../rules.js';
import { CopyBuffer } from './copy-buffer.js';
import type { FilePlan, PlannedColumn } from './file-plan.js';

/** Why a row was rejected: where, and which rule. Never what it says. */
export interface RowError {
  readonly line: number;
  readonly column: string | undefined;
  readonly rule: RuleName;
  readonly message: string;
}

/** More errors than these are counted, not listed. */
export const errorsListed = 100_000;

const BACKSLASH = 0x5c;
const LETTER_N = 0x4e;
const SPACE = 0x20;
const TAB = 0x09;

/** Says nothing; says “erase”; says something. */
type Cell = 'empty' | 'erase' | 'said';

/**
 * Turns rows of one file into rows of COPY: checks every cell by its column's rule, replaces identifiers by keys, and
 * keeps account of what the row says. A row that breaks a rule is not written at all; all its faults are named.
 */
export class RowEncoder implements RowListener {
  readonly main = new CopyBuffer();
  readonly side = new CopyBuffer(1 << 20);
  readonly errors: RowError[] = [];
  accepted = 0;
  rejected = 0;
  private readonly scratch = new CopyBuffer(1024);
  private start = 0;
  private end = 0;
  private faults = 0;

  constructor(
    private readonly plan: FilePlan,
    /** Number of columns of the file. */
    private readonly width: number,
  ) {}

  fault(line: number, fault: RowFault | 'cells'): void {
    this.rejected++;
    this.name(line, undefined, fault);
  }

  row(row: Row): void {
    if (this.isBlank(row)) return;
    this.faults = 0;
    if (row.count !== this.width) return this.fault(row.line, 'cells');
    const { main } = this;
    const bytes = (row.ends[row.count - 1] as number) - (row.starts[0] as number);
    main.beginRow(bytes, this.plan.mainColumns.length);
    this.head(main, row.line);
    const { mark } = main;
    let said = 0;
    let keys = '';
    for (const column of this.plan.main) {
      if (keys === '' && column.bit !== 0) keys = main.since(mark);
      said |= this.writeMain(column, row);
    }
    const beside = this.plan.side.length === 0 ? undefined : this.writeSides(row, keys || main.since(mark));
    if (this.faults > 0) {
      main.takeBack();
      this.rejected++;
      return;
    }
    this.finish(main, said, beside);
    this.accepted++;
  }

  private head(out: CopyBuffer, line: number): void {
    out.cell();
    out.whole(line);
  }

  private finish(out: CopyBuffer, said: number, beside: Sides | undefined): void {
    const flag = beside && this.plan.flag;
    if (flag) {
      out.cell();
      if (beside.named) out.ascii('t');
      else out.absent();
    }
    out.cell();
    out.whole(flag && beside.said ? said | flag.bit : said);
    if (beside) this.finishSides(out, beside);
    out.endRow();
  }

  private finishSides(out: CopyBuffer, { rows, digest }: Sides): void {
    out.cell();
    out.text(digest);
    for (const line of rows) this.side.line(line);
  }

  /** Writes a cell of the main table; returns the bit of `said` that it sets. */
  private writeMain(column: PlannedColumn, row: Row): number {
    const { main } = this;
    main.cell();
    const cell = this.look(column, row);
    if (cell === 'said') {
      this.encode(column, row, main);
      return column.bit;
    }
    if (column.whenEmpty !== undefined) main.ascii(column.whenEmpty);
    else if (column.description.key || column.description.required) this.broken(row, column, 'required');
    else main.absent();
    return cell === 'erase' ? column.bit : 0;
  }

  private encode(column: PlannedColumn, row: Row, out: CopyBuffer): void {
    const { start, end } = this;
    const rule = column.encode(row.bytes, start, end, out);
    if (rule !== undefined) this.broken(row, column, rule);
    else if (column.notBefore >= 0 && this.isBefore(row, column.notBefore, start, end)) this.broken(row, column, 'order');
  }

  /** Rows of the side table that this row gives, and a digest by which two rows of one key are told apart. */
  private writeSides(row: Row, keys: string): Sides {
    const rows: string[] = [];
    const digest: string[] = [];
    let named = false;
    for (const { column, between } of this.plan.side) {
      const cell = this.look(column, row);
      const value = cell === 'said' ? this.encoded(column, row) : '\\N';
      named ||= cell === 'said';
      digest.push(cell === 'empty' ? '' : value);
      if (cell !== 'empty') rows.push(`${row.line}${keys}${between === '' ? '' : `\t${between}`}\t${value}\t1`);
    }
    return { rows, digest: digest.join('|'), named, said: rows.length > 0 };
  }

  private encoded(column: PlannedColumn, row: Row): string {
    const { scratch } = this;
    scratch.clear();
    scratch.beginRow(this.end - this.start, 1);
    this.encode(column, row, scratch);
    return scratch.since(0);
  }

  /** Finds the cell, without the blanks around it, and tells what kind it is. */
  private look({ index }: PlannedColumn, row: Row): Cell {
    if (index < 0) return 'empty';
    const { bytes } = row;
    let start = row.starts[index] as number;
    let end = row.ends[index] as number;
    while (start < end && isBlank(bytes[start])) start++;
    while (start < end && isBlank(bytes[end - 1])) end--;
    this.start = start;
    this.end = end;
    if (start === end) return 'empty';
    return end - start === 2 && bytes[start] === BACKSLASH && bytes[start + 1] === LETTER_N ? 'erase' : 'said';
  }

  /** Whether the date at `start` lies before that of another column of the row. Both are written year first. */
  private isBefore(row: Row, other: number, start: number, end: number): boolean {
    const from = row.starts[other] as number;
    const to = row.ends[other] as number;
    return to - from === 10 && row.bytes.compare(row.bytes, from, to, start, end) < 0;
  }

  private isBlank(row: Row): boolean {
    if (row.count > this.width) return false;
    for (let i = 0; i < row.count; i++) if (row.starts[i] !== row.ends[i]) return false;
    return true;
  }

  private broken(row: Row, column: PlannedColumn, rule: RuleName): void {
    this.faults++;
    this.name(row.line, column, rule);
  }

  private name(line: number, column: PlannedColumn | undefined, rule: RuleName): void {
    if (this.errors.length >= errorsListed) return;
    this.errors.push({ line, column: column?.description.name, rule, message: messageOf(rule, column?.description) });
  }
}

interface Sides {
  readonly rows: readonly string[];
  readonly digest: string;
  /** Whether any cell names something. */
  readonly named: boolean;
  /** Whether any cell says or erases something. */
  readonly said: boolean;
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB;
}
