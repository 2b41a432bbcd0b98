import { language, t } from '#language';
import type { DocumentFacts } from './facts.js';
import type { Block, GovernanceDocument, Section } from './model.js';

const STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; break-after: avoid; }
.lead { color: #4a525a; margin: 0 0 1rem; }
.open { border-left: 4px solid #b45309; padding: .25rem .75rem; background: #fff7ed; }
.sample { border: 2px solid #b45309; padding: .5rem .75rem; font-weight: 600; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; margin: .5rem 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #d0d7de; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
footer { margin-top: 2rem; color: #4a525a; font-size: .875rem; }
@media print { body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; } .wide { overflow: visible; } }
@page { size: A4; margin: 20mm 18mm; }
`;

/** The document as one file that needs nothing else, for a screen and for paper. */
export function documentAsHtml(document: GovernanceDocument, facts: DocumentFacts): string {
  const { title, lead, sections } = document;
  return `<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Overstory ${escape(facts.productVersion)}">
<title>${escape(title)}: ${escape(facts.organisation)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escape(title)}</h1>
<p class="lead">${escape(facts.organisation)}. ${escape(lead)}</p>
${facts.sample ? `<p class="sample">${escape(sampleLine())}</p>` : ''}
</header>
<main>
${sections.map(sectionAsHtml).join('\n')}
</main>
<footer><p>${escape(writtenLine(facts))}</p></footer>
</body>
</html>
`;
}

export const sampleLine = (): string => t('Sample data: an invented organisation.');

/** When it was written, and from what. */
export const writtenLine = ({ madeOn, policy, productVersion }: DocumentFacts): string =>
  t('Written on {madeOn} from the running configuration, policy {policy}, Overstory {version}.', {
    madeOn,
    policy: policy.version,
    version: productVersion,
  });

const sectionAsHtml = ({ title, blocks }: Section): string => `<section>
<h2>${escape(title)}</h2>
${blocks.map(blockAsHtml).join('\n')}
</section>`;

function blockAsHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${escape(block.text)}</p>`;
    case 'open':
      return `<p class="open">${escape(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
    case 'table':
      return `<div class="wide"><table><thead><tr>${block.head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join('')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table></div>`;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (raw: string): string => raw.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
