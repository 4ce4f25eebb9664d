import Diagnostics

/// How a page looks: on a screen of any width, in the dark, and on paper.
enum HTMLStyle {
  /// Tables of more columns than this are as wide as those of so many.
  static let mostColumns = 12

  /// The style of a page with a title, whose tables use some shares of the width and have columns of some names. Of a
  /// part of a long document, the sheets are numbered as those of the whole.
  static func text(
    title: String, widths: [Int], labels: [[String]], isLandscape: Bool, isForPaper: Bool = false,
    sheets: HTMLPart.Sheets? = nil
  ) -> String {
    var text = colors + base + blocks + tables + figures + controls + narrow + paper
    text += "@page{size:A4\(isLandscape ? " landscape" : "")}\n"
    if isForPaper { text += ".piece{display:block}\n" }
    if !labels.isEmpty { text += rowsAsBlocks(labels) }
    for width in widths { text += ".w\(width){width:\(width)%}\n" }
    for columns in 4...mostColumns {
      text += "@media (max-width:46rem){.c\(columns){min-width:\(columns * 7)rem}}\n"
    }
    text += "@page{@top-left{content:\"\(quoted(title))\"}}\n"
    // The title stands on the first sheet itself.
    if sheets?.isFirst != false { text += "@page:first{@top-left{content:none}}\n" }
    if let sheets {
      text += "@page:first{counter-set:page \(sheets.first)}\n"
      text += "@page{@bottom-center{content:counter(page) \" / \(sheets.count)\"}}\n"
    }
    return text
  }

  /// On a phone, a row of a table with many columns is a block of lines, each with the name of its column.
  private static func rowsAsBlocks(_ labels: [[String]]) -> String {
    var text = "@media screen and (max-width:37.5rem){\n"
    for (number, titles) in labels.enumerated() {
      for (column, title) in titles.enumerated() {
        text += ".k\(number)>tbody>tr>:nth-child(\(column + 1))::before{content:\"\(quoted(title))\"}\n"
        // Beside one line of text there is room for one line of a name.
        if DisplayWidth.of(title) > 14 {
          text += ".k\(number)>tbody>tr>:nth-child(\(column + 1)){min-height:3.4em}\n"
        }
      }
    }
    return text + blocksOfRows + "}\n"
  }

  private static let blocksOfRows = """
    .scroll{overflow:visible}
    .scroll table,.scroll tbody,.scroll tr,.scroll tbody th,.scroll tbody td{display:block;width:auto;min-width:0}
    .scroll thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .scroll tr{border:1px solid var(--line);margin:0 0 .9rem}
    .scroll tbody th,.scroll tbody td{position:relative;border:0;border-top:1px solid var(--line);text-align:left;
    padding-left:7.6rem}
    .scroll tbody tr>:first-child{border-top:0;background:var(--shade)}
    .scroll tbody td:empty{display:none}
    .scroll tbody th::before,.scroll tbody td::before{position:absolute;left:.55em;width:6.6rem;font-size:.9em;
    font-weight:700;color:var(--faint)}

    """

  /// A text between the quotes of a style: everything but letters and digits by its number.
  private static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in InertText.of(text).unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "\u{AC00}"..."\u{D7A3}": result.unicodeScalars.append(scalar)
      default: result += "\\\(String(scalar.value, radix: 16)) "
      }
    }
    return result
  }

  // Every pair of a text's colour and its ground differs by 4.5 to 1 at least.
  private static let colors = """

    :root{color-scheme:light dark;--paper:#fff;--ink:#1a1d21;--faint:#545b66;--line:#c9ced6;--shade:#f3f5f8;
    --accent:#12427c;--bad:#a8201a;--open:#7d4e00;--good:#1a663a;--mark:#ffe9a8;--mark-ink:#1a1d21;
    --bad-bar:#c9443b;--open-bar:#e0a73a;--good-bar:#4a9c6b;--faint-bar:#c3cad4;--plain-bar:#5f86ad}
    @media screen and (prefers-color-scheme:dark){:root{--paper:#15181d;--ink:#e7e9ec;--faint:#aab1bc;--line:#454c57;
    --shade:#20252c;--accent:#9cc4f5;--bad:#ff9a90;--open:#f2c066;--good:#84d6a0;--mark:#5c4a12;--mark-ink:#fff;
    --bad-bar:#d9564d;--open-bar:#c98f22;--good-bar:#3f8f5f;--faint-bar:#5b6470;--plain-bar:#5f86ad}}

    """

  private static let base = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0;background:var(--paper);color:var(--ink);line-height:1.65;word-break:keep-all;
    overflow-wrap:anywhere;font-family:'Malgun Gothic','맑은 고딕','Apple SD Gothic Neo',NanumGothic,'나눔고딕',
    'Noto Sans KR','Noto Sans CJK KR',sans-serif}
    main{max-width:62rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
    h1,h2,h3,h4{line-height:1.35;margin:1.8em 0 .6em;text-wrap:pretty}
    h1{font-size:1.75rem;margin:.4em 0 .7em}
    h2{font-size:1.35rem;border-bottom:2px solid var(--accent);padding-bottom:.25em;color:var(--accent)}
    h3{font-size:1.13rem}
    h4{font-size:1rem;margin-top:1.3em}
    p{margin:.6em 0}
    a{color:var(--accent);text-underline-offset:.18em}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    #_text:focus{outline:none}
    code{font-family:D2Coding,'Nanum Gothic Coding',NanumGothicCoding,Consolas,'DejaVu Sans Mono',
    'Malgun Gothic',NanumGothic,monospace;font-size:.92em}
    .skip{position:absolute;left:-99rem;background:var(--paper);padding:.5rem 1rem}
    .skip:focus{left:.5rem;top:.5rem;z-index:1}
    .bad{color:var(--bad)}
    .open{color:var(--open)}
    .good{color:var(--good)}
    .faint{color:var(--faint)}
    body.review-opinion h1{text-align:center;margin:1em 0 1.2em}
    [hidden]{display:none!important}

    """

  private static let blocks = """
    .inset{margin-left:1.4rem}
    h1 strong,h2 strong,h3 strong,h4 strong,th strong,.banner strong{font-weight:inherit}
    .banner{border:2px solid var(--open);background:var(--shade);padding:.7rem 1rem;font-weight:700}
    .note{font-size:.88rem;color:var(--faint)}
    .centered{text-align:center;font-size:1.15rem;margin:2em 0 1em}
    .trailing{text-align:right}
    ul.items{list-style:none;margin:.3em 0;padding:0}
    ul.items ul.items{padding-left:1.4rem}
    .item{display:grid;grid-template-columns:auto minmax(0,1fr);column-gap:.5em;margin:.25em 0}
    .label{min-width:1.2em;white-space:nowrap}
    dl{margin:.7em 0}
    dl>div{display:grid;grid-template-columns:minmax(5rem,9rem) minmax(0,1fr);column-gap:1rem;padding:.28em 0;
    border-top:1px solid var(--line)}
    dl>div:last-child{border-bottom:1px solid var(--line)}
    dt{font-weight:700;color:var(--faint)}
    dd{margin:0}
    dd p,td p,th p{margin:0 0 .3em}
    .source{margin:.7em 0;border:1px solid var(--line);background:var(--shade);padding:.5rem .8rem}
    .source figcaption{font-size:.85rem;color:var(--faint)}
    .source pre{margin:.2em 0 0;white-space:pre-wrap}
    mark{background:var(--mark);color:var(--mark-ink);text-decoration:underline;text-underline-offset:.2em}
    .entry{border:1px solid var(--line);border-left:5px solid var(--line);padding:.2rem 1.1rem .7rem;margin:1.2em 0;
    content-visibility:auto;contain-intrinsic-size:auto 26rem}
    .entry>:first-child{margin-top:.6em}
    .entry dl>div,.entry dl>div:last-child{border:0}
    .bad-entry{border-left-color:var(--bad)}
    .open-entry{border-left-color:var(--open)}
    .good-entry{border-left-color:var(--good)}
    .entry:target,:target>.item{outline:3px solid var(--accent);outline-offset:2px}

    """

  private static let tables = """
    .scroll{overflow-x:auto;margin:.8em 0}
    table{border-collapse:collapse;width:100%;table-layout:fixed;margin:.8em 0;font-size:.93rem;line-height:1.5}
    .scroll table{margin:0}
    caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    th,td{border:1px solid var(--line);padding:.38em .55em;text-align:left;vertical-align:top}
    thead th{background:var(--shade);text-align:center;vertical-align:middle}
    tbody th{font-weight:700}
    td.n,tbody th.n{text-align:right;font-variant-numeric:tabular-nums}

    """

  private static let figures = """
    .chart{margin:1.2em 0;max-width:48rem}
    .chart>figcaption{font-weight:700;margin-bottom:.4em}
    .chart svg{display:block;width:100%;overflow:visible;font-size:13px;font-family:inherit}
    .chart text{fill:var(--ink)}
    .chart .part{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round;font-weight:700;
    font-size:12px}
    .chart .track{fill:var(--shade);stroke:var(--line)}
    .chart .mark{stroke:var(--ink);stroke-width:2px;stroke-dasharray:4 3}
    .f-bad{fill:var(--bad-bar)}
    .f-open{fill:var(--open-bar)}
    .f-good{fill:var(--good-bar)}
    .f-faint{fill:var(--faint-bar)}
    .f-plain{fill:var(--plain-bar)}
    .ground{fill:var(--paper)}
    .edge{pointer-events:none;fill:none;stroke:var(--ink);stroke-width:.8px}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;margin:.5em 0;padding:0;font-size:.88rem}
    .legend li{display:flex;align-items:center;gap:.4em}
    .chart .legend svg{width:16px;height:16px;flex:none}
    summary{cursor:pointer;padding:.3em 0;font-size:.92rem}

    """

  private static let controls = """
    nav{border:1px solid var(--line);padding:.4rem 1rem;margin:1.4em 0}
    nav summary,form summary{font-weight:700}
    nav ol{list-style:none;margin:.2em 0;padding:0}
    nav ol ol{padding-left:1rem;font-size:.93em}
    nav a{display:inline-block;padding:.22em 0;text-decoration:none}
    nav a:hover{text-decoration:underline}
    form{border:1px solid var(--line);background:var(--shade);padding:.4rem 1rem;margin:1em 0}
    fieldset{border:0;margin:.3em 0;padding:0;display:flex;flex-wrap:wrap;gap:.15rem 1rem;align-items:center}
    legend{float:left;font-weight:700;min-width:5.5em;padding:0}
    fieldset label{display:inline-flex;align-items:center;gap:.35em;min-height:2rem}
    input[type=checkbox]{width:1.15rem;height:1.15rem;margin:0;accent-color:var(--accent)}
    .pick label{display:inline-block;font-weight:700;min-width:5.5em;margin-right:.6em}
    select,form input[type=search],button{font:inherit;color:inherit;background:var(--paper);
    border:1px solid var(--faint);padding:.3em .7em;max-width:100%;border-radius:3px}
    #_count{font-size:.92rem}
    [data-note]::after{content:" " attr(data-note);font-size:.8em;font-weight:400;color:var(--faint)}
    #_count.some{border:2px solid var(--open);padding:.4rem .8rem;font-weight:700}
    @media screen and (min-width:72rem){
    .with-contents main{max-width:82rem;display:grid;grid-template-columns:16rem minmax(0,1fr);column-gap:2.5rem}
    .with-contents header,.with-contents #_text{grid-column:2}
    .with-contents nav{grid-column:1;grid-row:1/span 2;position:sticky;top:1rem;align-self:start;margin:0;
    max-height:calc(100vh - 2rem);overflow-y:auto}
    }

    """

  private static let narrow = """
    @media (max-width:46rem){
    main{padding:1rem .9rem 3rem}
    h1{font-size:1.4rem}
    h2{font-size:1.2rem}
    .inset,ul.items ul.items{margin-left:0;padding-left:.9rem}
    dl>div{grid-template-columns:4.8rem minmax(0,1fr);column-gap:.7rem}
    .entry{padding:.2rem .8rem .6rem}
    legend{float:none;width:100%}
    }

    """

  // A heading takes more room than it fills, so that it moves to the next page with the head and the first row of a
  // table: browsers do not keep a table's head from standing alone.
  private static let paper = """
    @media print{
    body{font-size:10pt;line-height:1.5;background:none}
    main{max-width:none;padding:0}
    h1{font-size:17pt}
    h2{font-size:13.5pt}
    h3{font-size:11.5pt}
    h4{font-size:10.5pt}
    .skip,nav,form,#_count:not(.some),summary{display:none}
    .entry{content-visibility:visible;-webkit-box-decoration-break:clone;box-decoration-break:clone}
    .entry:target{outline:none}
    a{color:inherit;text-decoration:none}
    a.away::after{content:" (" attr(href) ")";font-size:.85em}
    h1,h2,h3,h4,caption,.source figcaption,.chart>figcaption,.legend,.item:has(+dl){break-after:avoid}
    h2,h3,h4{break-inside:avoid}
    h2::after,h3::after,h4::after{content:"";display:block;height:14rem;margin-bottom:-14rem}
    .entry :is(h2,h3,h4)::after{height:7rem;margin-bottom:-7rem}
    tr,.item,dl>div,.source,.banner,.chart svg{break-inside:avoid}
    thead{display:table-header-group;break-inside:avoid}
    thead,thead tr{break-after:avoid}
    p,li{orphans:3;widows:3}
    .scroll{overflow:visible}
    table{font-size:9pt}
    details::details-content{content-visibility:visible;display:block;height:auto}
    .break{break-after:page}
    .chart svg,mark,thead th,.banner,.source,.entry{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }
    @page{margin:20mm 18mm 18mm;font-family:'Malgun Gothic',NanumGothic,sans-serif;font-size:8.5pt;
    @bottom-center{content:counter(page) " / " counter(pages)}}

    """
}
