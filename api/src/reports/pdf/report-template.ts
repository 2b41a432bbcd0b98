import { PAGE } from './page-template.js';

/** The report in Typst's markup. Everything said comes in as data and is set as text: nothing of it is read as markup. */
export const REPORT_TEMPLATE = `${PAGE}
#show: paper.with(d)

// Cover
#v(18mm)
#title()
#v(2mm)
#text(size: 13pt)[#d.period]
#v(6mm)
#if d.sample != none { block(fill: rgb("#F7D583"), inset: 6pt, width: 100%)[#strong(d.sample)] }
#v(4mm)
#facts(d.cover)
#v(6mm)
#block(stroke: (left: 2pt + line-ink), inset: (left: 8pt, y: 2pt))[
  #strong(d.purpose.at(0))
  #for one in d.purpose.slice(1) { list.item(one) }
]
#v(1fr)
#certificate(d.words.code, d.verify, d.qr)
#pagebreak()

#heading(level: 1, d.words.short)
#for sentence in d.summary { list.item(sentence) }
#if d.verdicts.rows.len() > 0 [
  #v(2mm)
  #grid-table(d.verdicts)
]
#pagebreak()

#outline(title: d.words.contents, depth: 2)

#for section in d.added {
  pagebreak()
  heading(level: 1, section.title)
  for one in section.paragraphs { par(one) }
  if section.svg != none {
    figure(image(bytes(section.svg), format: "svg", alt: section.alt, width: 100%), kind: image, supplement: d.words.figure)
  }
  if section.table != none { grid-table(section.table) }
}

#for chapter in d.chapters {
  pagebreak()
  heading(level: 1, chapter.title)
  for (i, q) in chapter.questions.enumerate() {
    if i > 0 { pagebreak() }
    heading(level: 2, q.title)
    par(emph(q.question))
    text(size: 9pt, fill: soft, par(q.subtitle))
    for sentence in q.sentences { par(sentence) }
    if q.svg != none {
      figure(
        image(bytes(q.svg), format: "svg", alt: q.alt, width: 100%),
        caption: q.howToRead,
        kind: image,
        supplement: d.words.figure,
      )
    }
    grid-table(q.table)
    caveats(q.caveats)
  }
}

#if d.short.rows.len() > 0 [
  #pagebreak()
  #heading(level: 1, d.words.others)
  #grid-table(d.short)
]

#pagebreak()
#heading(level: 1, d.words.unknown)
#if d.open.rows.len() == 0 { par(d.words.allAnswered) } else [
  #par(d.words.noAnswer)
  #grid-table(d.open)
]

#pagebreak()
#heading(level: 1, d.words.protection)
#for one in d.protection.paragraphs { par(one) }
#facts(d.protection.facts)
#strong(d.words.checked)
#for one in d.protection.checks { list.item(one) }

#pagebreak()
#heading(level: 1, d.words.methods)
#for method in d.methods [
  #block(breakable: false)[
    #heading(level: 2, outlined: false, bookmarked: false, method.label)
    #text(size: 9pt)[
      #par(emph(method.question))
      #for one in method.lines { list.item(one) }
    ]
  ]
]
`;
