import { PAGE } from './page-template.js';

/** The report in Typst's markup. Everything said comes in as data and is set as text: nothing of it is read as markup. */
export const REPORT_TEMPLATE = `${PAGE}
#show: paper.with(d)

// What stands under the title of a question. The caveats come before the table: what does not fit on the page is rows then, under
// their head, and never a caveat by itself.
#let answer(q, padding) = {
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
  caveats(q.caveats)
  grid-table(q.table, padding: padding)
}

// A table that would leave a few rows to a page of their own is set a little closer, where that keeps it on one.
#let closer = 0.8pt
#let fitted(q, above) = layout(size => {
  let room = size.height - above
  if q.room < room / 1pt * 0.8 or q.room > room / 1pt * 1.3 { return answer(q, 2.2pt) }
  let left = room - measure(heading(level: 2, q.title), width: size.width).height
  let needed = measure(answer(q, 2.2pt), width: size.width).height
  let saved = q.table.rows.len() * 2 * (2.2pt - closer)
  answer(q, if needed > left - 3mm and needed - saved <= left { closer } else { 2.2pt })
})

// Questions that take less share a page, each of them whole; every other one begins a page.
#let small = 360

#let chapter(it) = {
  pagebreak(weak: true)
  heading(level: 1, it.title)
  let sharing = true
  for (i, q) in it.questions.enumerate() {
    if q.room < small {
      if not sharing { pagebreak(weak: true) }
      block(breakable: false, above: 8mm, { heading(level: 2, q.title); answer(q, 2.2pt) })
      sharing = true
    } else {
      if i > 0 { pagebreak(weak: true) }
      heading(level: 2, q.title)
      fitted(q, if i == 0 { 22mm } else { 8mm })
      sharing = false
    }
  }
}

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

#for one in d.chapters { chapter(one) }

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
