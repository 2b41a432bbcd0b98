import { useCallback } from 'react';
import type { Measure } from '../gateway/index.js';
import { Failed, Loading, Notice, PageHead } from '../kit/index.js';
import { t } from '../language/index.js';
import { NO_RELEASE, UNKNOWN_VIEW } from '../wording/index.js';
import { FiguresOver } from './FiguresOver.js';
import { type PublishedView, useView } from './use-view.js';
import { ViewControls } from './ViewControls.js';

interface FigurePageProps {
  readonly title: string;
  readonly lead: string;
  /** The measure whose variants and cuts the address names. */
  readonly main: Measure;
  readonly measures: readonly Measure[];
}

/** A page of figures over one view, which stands in the address. */
export function FigurePage({ title, lead, main, measures }: FigurePageProps) {
  const view = useView(main);
  if (view === null) return <PageHead title={title} lead={t(NO_RELEASE)} />;
  const { cut, period, variant } = view;
  return (
    <>
      <PageHead title={title} context={period.label} lead={lead} />
      {cut === null ? null : <ViewControls measure={main} variant={variant} cut={cut} onChange={view.change} />}
      <Figures measures={measures} view={view} />
    </>
  );
}

function Figures({ measures, view }: { readonly measures: readonly Measure[]; readonly view: PublishedView }) {
  const { cut, asked, period, variant, show, change } = view;
  const onShow = useCallback((next: PublishedView['show']) => change({ show: next }), [change]);
  if (asked.failed) return <Failed retry={asked.retry} />;
  if (cut === null) return <Loading height={640} />;
  return (
    <div className="stack-wide">
      {cut.unknown ? (
        <Notice tone="unsure">
          <p role="status">{t(UNKNOWN_VIEW)}</p>
        </Notice>
      ) : null}
      <FiguresOver measures={measures} period={period} variant={variant} by={cut.by} show={show} onShow={onShow} />
    </div>
  );
}
