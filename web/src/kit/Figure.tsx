import { Button } from '@mantine/core';
import { Fragment, type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import type { FileAddresses } from '../gateway/index.js';
import { CopyButton } from './CopyButton.js';
import { CopyPicture } from './CopyPicture.js';
import { Downloads } from './Downloads.js';
import styles from './kit.module.css';
import { t } from '../language/index.js';

export interface FigureProps {
  /** A stable fragment of the address. */
  readonly id: string;
  /** The finding: at most fifteen words, with a verb. */
  readonly finding: string;
  /** The finding in full, with its interval, one paragraph for each. */
  readonly details: readonly ReactNode[];
  /** Measure, group, place and time. */
  readonly subtitle: string;
  /** Null where the table is the drawing. */
  readonly chart: ReactNode | null;
  readonly table: ReactNode;
  /** How to read the chart, for people who do not know its convention. */
  readonly howToRead: string;
  readonly notes: readonly string[];
  /** Where the server writes its table. */
  readonly files: FileAddresses;
  /** Begins the names of its pictures: measure, cut and period. */
  readonly fileName: string;
  readonly sentence: string;
  /** Opens the explanation behind the figure. */
  readonly onExplain: () => void;
  readonly show: 'chart' | 'table' | null;
  /** The choice belongs to the page's address. */
  readonly onShow: (show: 'chart' | 'table' | null) => void;
}

/**
 * The standard block of every figure: sentence first, chart second, table always.
 * The table stands in the document whatever is shown; hiding the chart only lets it stand first.
 */
export function Figure(props: FigureProps) {
  const name = useId();
  const tableOnly = props.show === 'table';
  const place = useRef<HTMLElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  // The address may name this figure; it stands here only once its table has arrived.
  useEffect(() => {
    if (window.location.hash === `#${props.id}`) place.current?.scrollIntoView();
  }, [props.id]);
  return (
    <figure ref={place} id={props.id} className={styles['figure']} data-chart={props.id} aria-labelledby={name}>
      <h2 id={name} className={styles['finding']}>
        {props.finding}
      </h2>
      <div className={styles['details']}>
        {props.details.map((detail, i) => (
          // Details have no identity of their own; their order never changes without a new figure.
          <Fragment key={i}>{detail}</Fragment>
        ))}
      </div>
      <p className={styles['subtitle']}>{props.subtitle}</p>
      <Actions
        {...props}
        drawing={props.chart === null || tableOnly ? null : drawing}
        tableOnly={tableOnly}
        onToggle={() => props.onShow(tableOnly ? null : 'table')}
      />
      {props.chart === null || tableOnly ? null : (
        <div className={styles['chart']}>
          <div ref={drawing} className={styles['drawing']}>
            {props.chart}
          </div>
          <p className={styles['how']}>{props.howToRead}</p>
        </div>
      )}
      {props.table}
      <figcaption className={styles['notes']}>
        {props.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </figcaption>
    </figure>
  );
}

interface ActionsProps extends FigureProps {
  readonly tableOnly: boolean;
  readonly drawing: RefObject<HTMLElement | null> | null;
  readonly onToggle: () => void;
}

function Actions({ chart, drawing, files, fileName, tableOnly, onToggle, ...props }: ActionsProps) {
  const told = { title: props.finding, subtitle: props.subtitle, howToRead: props.howToRead, notes: props.notes };
  return (
    <div className={`${styles['actions']} no-print`}>
      {chart === null ? null : (
        <Button variant="default" size="sm" aria-pressed={tableOnly} onClick={onToggle}>
          {tableOnly ? t('Show the chart') : t('View as table')}
        </Button>
      )}
      <Downloads files={files} name={fileName} chart={drawing} told={told} />
      {drawing === null ? null : <CopyPicture chart={drawing} told={told} sentence={props.sentence} />}
      <CopyButton label={t('Copy sentence')} text={props.sentence} />
      <Button variant="default" size="sm" onClick={props.onExplain} aria-haspopup="dialog">
        {t('How is this computed?')}
      </Button>
    </div>
  );
}
