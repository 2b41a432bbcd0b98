/** What every document of ours shares on paper: page, letters, tables, the certificate. Grey tells as much as colour. */
export const PAGE = String.raw`
#let d = json(bytes(sys.inputs.at("content")))
#let soft = rgb("#4A5568")
#let line-ink = rgb("#3D4654")
#let rule-ink = rgb("#D0D5DD")

#let paper(d, body) = {
  set document(title: d.title, keywords: d.keywords, date: none)
  set text(font: ("Libertinus Serif", "DejaVu Sans Mono"), size: 10.5pt, lang: d.lang, region: d.region, hyphenate: false)
  set par(justify: false, leading: 0.62em, spacing: 0.9em)
  set page(
    paper: d.paper,
    margin: (x: 20mm, top: 20mm, bottom: 18mm),
    header: text(size: 8.5pt, fill: soft)[#d.running.at(0) #h(1fr) #d.running.at(1)],
    footer: text(size: 8.5pt, fill: soft)[#d.foot #h(1fr) #context [#d.page #counter(page).display() #d.of #counter(page).final().first()]],
  )
  show title: set text(size: 25pt, hyphenate: false)
  show heading.where(level: 1): it => block(above: 6mm, below: 4mm, sticky: true, text(size: 17pt, it.body))
  show heading.where(level: 2): it => block(above: 5mm, below: 3mm, sticky: true, text(size: 13.5pt, it.body))
  show figure.caption: it => align(left, text(size: 9pt, fill: soft, it.body))
  set figure(gap: 2mm)
  set list(indent: 2mm, spacing: 0.6em)
  set table(stroke: none)
  body
}

#let row-of(row, width) = {
  // Never at the foot of a page without a row of its own; said again where its rows go on.
  if row.kind == "part" { (table.header(level: 2, table.cell(colspan: width, inset: (top: 5pt, bottom: 2pt, x: 3pt), align: left, strong(row.label))),) }
  else {
    let first = if row.kind == "total" { strong(row.label) } else { pad(left: row.depth * 3mm, row.label) }
    (first,) + row.cells
  }
}

// A row stays on one page, where no text in it is so long that it may need two.
#let grid-table(t, padding: 2.2pt) = block(width: 100%, text(size: 9pt, {
  set table.cell(breakable: false) if t.rows.all(row => row.cells.all(cell => cell.len() < 300))
  table(
    columns: t.widths.map(w => w * 1fr),
    align: (x, y) => if t.numeric.at(x) { right + top } else { left + top },
    // Words that follow a number are kept apart from it.
    inset: (x, y) => (left: if x > 0 and not t.numeric.at(x) { 9pt } else { 3pt }, right: 3pt, y: padding),
    stroke: (x, y) => (bottom: if y == 0 { 0.8pt + line-ink } else { 0.4pt + rule-ink }),
    table.header(..t.head.map(h => strong(h))),
    ..t.rows.map(row => row-of(row, t.head.len())).flatten(),
  )
}))

#let facts(rows) = text(size: 9.5pt, table(
  columns: (42mm, 1fr),
  inset: (x: 3pt, y: 3pt),
  stroke: (x, y) => (bottom: 0.4pt + rule-ink),
  ..rows.map(((name, fact)) => (strong(name), text(size: if fact.len() > 60 { 8pt } else { 9.5pt }, fact))).flatten(),
))

#let caveats(all) = block(above: 3mm, text(size: 8.5pt, fill: soft, for one in all { list.item(one) }))

#let certificate(words, verify, qr) = block(stroke: 0.6pt + line-ink, inset: 8pt, width: 100%, grid(
  columns: if qr == none { (1fr,) } else { (1fr, 26mm) },
  gutter: 6mm,
  [
    #strong(words)
    #v(1mm)
    #text(size: 9pt, for one in verify { par(one) })
  ],
  ..if qr == none { () } else { (image(bytes(qr.svg), format: "svg", alt: qr.alt, width: 26mm),) },
))
`;
