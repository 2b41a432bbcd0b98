import { Button } from '@mantine/core';
import { useState } from 'react';
import { askFor, isOver, type Release, useWork } from '../gateway/index.js';
import { Choice, WorkProgress } from '../kit/index.js';
import { quarter } from '../wording/index.js';
import { buildable } from './next-period.js';
import styles from './releases.module.css';
import { t } from '../language/index.js';

interface BuildReleaseProps {
  readonly releases: readonly Release[];
  readonly onBuilt: () => void;
}

/** The first of two steps. What comes out is a draft: its certificate can be read, its numbers cannot. */
export function BuildRelease({ releases, onBuilt }: BuildReleaseProps) {
  const today = new Date().toISOString().slice(0, 10);
  const periods = buildable(
    releases.map((release) => release.period),
    today,
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const period = chosen ?? periods[0] ?? '';
  const work = useWork(onBuilt);
  return (
    <section className="stack" aria-labelledby="build">
      <h2 id="build">{t('Build a release')}</h2>
      <p>
        {t(
          'It is computed from all confirmed loads, protected, attacked and frozen. A programme owner or auditor then reads its certificate and publishes it; the numbers are seen by nobody before.',
        )}
      </p>
      <div className={styles['build']}>
        <Choice
          label={t('Quarter')}
          value={period}
          options={periods.map((key) => ({ value: key, label: quarter(key) }))}
          onChange={setChosen}
        />
        <Button
          size="md"
          disabled={work.busy && work.job?.subject === period}
          onClick={() => void work.ask(askFor('buildRelease', 'period'), { it: period })}
        >
          {t('Build the release')}
        </Button>
      </div>
      <WorkProgress work={work} label={t('Building the release')} />
      {work.job !== null && !isOver(work.job) ? (
        <div>
          <Button variant="default" onClick={() => void work.ask(askFor('cancelBuild', 'id'), { it: work.job?.id })}>
            {t('Cancel the build')}
          </Button>
          <p className="small quiet">{t('Other quarters can be asked for meanwhile: they are built one after the other.')}</p>
        </div>
      ) : null}
    </section>
  );
}
