import { type Block, type DocumentFacts, type GovernanceDocument, sampleLine, writtenLine } from '../../governance/index.js';
import { typesetAside } from './aside.js';
import { paperWords } from './paper-words.js';
import { PAGE } from './page-template.js';

const TEMPLATE = `${PAGE}
#show: paper.with(d)
#show title: set text(size: 20pt)
#title()
#par(text(fill: soft, d.lead))
#if d.sample != none { block(fill: rgb("#F7D583"), inset: 6pt, width: 100%)[#strong(d.sample)] }
#for section in d.sections {
  heading(level: 1, section.title)
  for b in section.blocks {
    if b.kind == "text" { par(b.text) }
    else if b.kind == "open" { block(stroke: (left: 2pt + line-ink), inset: (left: 8pt, y: 2pt), b.text) }
    else if b.kind == "list" { for one in b.items { list.item(one) } }
    else { grid-table(b) }
  }
}
`;

/** A document about the processing as a PDF: the same words as its page, tagged, and the same bytes for the same facts. */
export function documentAsPdf({ title, lead, sections }: GovernanceDocument, facts: DocumentFacts): Promise<Buffer> {
  const { organisation, policy, sample } = facts;
  return typesetAside(TEMPLATE, {
    title: `${title}: ${organisation}`,
    lead: `${organisation}. ${lead}`,
    keywords: [`policy ${policy.version}`],
    paper: 'a4',
    running: [organisation, title],
    ...paperWords(),
    foot: writtenLine(facts),
    sample: sample ? sampleLine() : null,
    sections: sections.map((section) => ({ title: section.title, blocks: section.blocks.map(blockOnPaper) })),
  });
}

function blockOnPaper(block: Block) {
  if (block.kind !== 'table') return block;
  return {
    kind: 'table',
    head: block.head,
    numeric: block.head.map(() => false),
    widths: block.head.map(() => 1),
    rows: block.rows.map(([label = '', ...cells]) => ({ label, depth: 0, kind: 'group', cells })),
  };
}
