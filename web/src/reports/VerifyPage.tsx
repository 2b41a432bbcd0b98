import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAsk, type Verification, VERIFICATION_QUERY } from '../gateway/index.js';
import { Failed, Loading, Notice, PageHead } from '../kit/index.js';
import { quarter } from '../wording/index.js';
import { hashOfFile } from './hash-of-file.js';
import styles from './reports.module.css';
import { size } from './size.js';
import { t } from '../language/index.js';

/** Whether a printed page or a file is genuine. Open to everybody who holds one. */
export default function VerifyPage() {
  const [params, setParams] = useSearchParams();
  const code = params.get('code') ?? '';
  const [typed, setTyped] = useState(code);
  const [file, setFile] = useState<{ readonly name: string; readonly hash: string } | null>(null);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setFile(null);
    setParams(typed.trim() === '' ? {} : { code: typed.trim() });
  };
  const look = async (chosen: File | undefined): Promise<void> => {
    if (chosen !== undefined) setFile({ name: chosen.name, hash: await hashOfFile(chosen) });
  };
  return (
    <>
      <PageHead
        title={t('Verify')}
        lead={t(
          'Whether a report was made here and is unaltered: by the code that is printed on each of its pages, or by the file itself.',
        )}
      />
      <div className="stack-wide">
        <form className={styles['ask']} onSubmit={ask}>
          <TextInput label={t('Report code')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} size="md" />
          <Button type="submit" size="md">
            {t('Check the code')}
          </Button>
        </form>
        <div className="stack-tight">
          <label htmlFor="file">{t('Or choose the file: a report as it was made, or an exported release')}</label>
          <input id="file" type="file" onChange={(event) => void look(event.currentTarget.files?.[0])} />
          <p className="small quiet">{t('The file stays with you. Its fingerprint is computed here, and only that is sent.')}</p>
        </div>
        {file !== null ? <Answer hash={file.hash} about={file.name} /> : code !== '' ? <Answer code={code} about={code} /> : null}
      </div>
    </>
  );
}

interface AnswerProps {
  readonly code?: string;
  readonly hash?: string;
  readonly about: string;
}

function Answer({ code, hash, about }: AnswerProps) {
  const { answer, loading, failed, retry } = useAsk<{ verification: Verification | null }>(VERIFICATION_QUERY, { code, hash });
  if (failed) return <Failed retry={retry} />;
  if (answer === null || loading) return <Loading height={160} />;
  const found = answer.verification;
  if (found === null)
    return (
      <Notice tone="danger" title={t('Not known here')}>
        <p>{hash === undefined ? UNKNOWN_CODE : UNKNOWN_FILE}</p>
      </Notice>
    );
  return (
    <section className="stack" aria-labelledby="found">
      <h2 id="found">
        {hash === undefined
          ? t('The code {code} is genuine', { code: found.code ?? about })
          : t('The file is genuine and unaltered')}
      </h2>
      <Facts found={found} />
      {hash === undefined ? <p>{OF_A_CODE}</p> : null}
    </section>
  );
}

const UNKNOWN_CODE = t(
  'No report with this code was made here. Compare it with the page letter by letter; if it is the same, the page is not from this installation.',
);
const UNKNOWN_FILE = t(
  'No file with exactly these contents was made here: it was altered, saved again by another program, or made somewhere else.',
);
const OF_A_CODE = t(
  'A code speaks for all that the report says. Whoever doubts a number on paper compares it with the file: sign in and fetch it under Reports, or ask somebody who may.',
);

function Facts({ found }: { readonly found: Verification }) {
  const { kind, period, releaseId, audience, superseded, files } = found;
  return (
    <dl className={styles['facts']}>
      <Fact name={t('What it is')}>
        {t(kind === 'release' ? 'An exported release of {quarter}' : 'A report of {quarter}', { quarter: quarter(period) })}
      </Fact>
      {audience === null ? null : <Fact name={t('Written for')}>{audience}</Fact>}
      <Fact name={t('Release')}>
        {t(superseded ? '{release}; a restatement took its place since' : '{release}; it is what is read today', {
          release: releaseId,
        })}
      </Fact>
      {files.map(({ format, hash, bytes }) => (
        <Fact key={hash} name={t('As {format}, {size}', { format: format.toUpperCase(), size: size(bytes) })}>
          {hash}
        </Fact>
      ))}
    </dl>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
