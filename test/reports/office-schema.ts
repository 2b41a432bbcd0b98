import type { XmlElement } from './xml-tree.js';

/**
 * What ECMA-376 (Part 1 with the transitional features of Part 4) asks of the elements that slides, charts and workbooks of ours are
 * written with: which attributes they have, and which children in which order. An element that is not declared here is a fault, so
 * whatever is newly written is looked up first.
 *
 * Children are written as in a regular expression, attributes as `name:kind`, with `?` where they may be missing. Where the same
 * name means two things, `parent>name` says which.
 */
const FILL = '(a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill)';
const LINE_FILL = '(a:noFill|a:solidFill|a:gradFill|a:pattFill)';
const EFFECT = '(a:effectLst|a:effectDag)';
const COLOUR = '(a:scrgbClr|a:srgbClr|a:hslClr|a:sysClr|a:schemeClr|a:prstClr)';
const SHAPE = `a:xfrm? (a:custGeom|a:prstGeom)? ${FILL}? a:ln? ${EFFECT}? a:scene3d? a:sp3d? a:extLst?`;
const TREE = 'p:nvGrpSpPr p:grpSpPr (p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic|p:contentPart)* p:extLst?';
const TEXT = 'a:bodyPr a:lstStyle? a:p+';
const LETTERS = `a:ln? ${FILL}? ${EFFECT}? a:highlight? (a:uLnTx|a:uLn)? (a:uFillTx|a:uFill)? a:latin? a:ea? a:cs? a:sym? a:hlinkClick? a:hlinkMouseOver? a:rtl? a:extLst?`;
const LETTERED = 'lang:language? sz:points? b:bool? i:bool? u:text? dirty:bool?';
const BULLETS =
  '(a:buClrTx|a:buClr)? (a:buSzTx|a:buSzPct|a:buSzPts)? (a:buFontTx|a:buFont)? (a:buNone|a:buAutoNum|a:buChar|a:buBlip)?';
const PARAGRAPH = `a:lnSpc? a:spcBef? a:spcAft? ${BULLETS} a:tabLst? a:defRPr? a:extLst?`;
const ALIGNED = 'marL:int? indent:int? algn:(l|ctr|r|just|justLow|dist|thaiDist)?';
const LEVELS =
  'a:defPPr? a:lvl1pPr? a:lvl2pPr? a:lvl3pPr? a:lvl4pPr? a:lvl5pPr? a:lvl6pPr? a:lvl7pPr? a:lvl8pPr? a:lvl9pPr? a:extLst?';
const LINE = `${LINE_FILL}? (a:prstDash|a:custDash)? (a:round|a:bevel|a:miter)? a:headEnd? a:tailEnd? a:extLst?`;
const FONTS = 'a:latin a:ea a:cs a:font* a:extLst?';
const SHOWN =
  'c:numFmt? c:spPr? c:txPr? c:dLblPos? c:showLegendKey? c:showVal? c:showCatName? c:showSerName? c:showPercent? c:showBubbleSize? c:separator?';
const SERIES = 'c:idx c:order c:tx? c:spPr?';
const AXIS =
  'c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:minorGridlines? c:title? c:numFmt? c:majorTickMark? c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx (c:crosses|c:crossesAt)?';
const TICKS = 'val:(cross|in|none|out)';

type Rule = readonly [children: string, attributes?: string];
const rules = (names: string, rule: Rule): Record<string, Rule> =>
  Object.fromEntries(names.split(' ').map((name) => [name, rule]));

const PRESENTATION: Record<string, Rule> = {
  'p:presentation': [
    'p:sldMasterIdLst? p:notesMasterIdLst? p:handoutMasterIdLst? p:sldIdLst? p:sldSz? p:notesSz p:smartTags? p:embeddedFontLst? p:custShowLst? p:photoAlbum? p:custDataLst? p:kinsoku? p:defaultTextStyle? p:modifyVerifier? p:extLst?',
    'saveSubsetFonts:bool?',
  ],
  'p:sldMasterIdLst': ['p:sldMasterId*'],
  'p:sldMasterId': ['p:extLst?', 'id:masterId? r:id:relation'],
  'p:notesMasterIdLst': ['p:notesMasterId?'],
  'p:notesMasterId': ['p:extLst?', 'r:id:relation'],
  'p:sldIdLst': ['p:sldId*'],
  'p:sldId': ['p:extLst?', 'id:slideId r:id:relation'],
  'p:sldSz': ['', 'cx:uint cy:uint type:text?'],
  'p:notesSz': ['', 'cx:uint cy:uint'],
  'p:presentationPr': ['p:htmlPubPr? p:webPr? p:prnPr? p:showPr? p:clrMru? p:extLst?'],
  'p:viewPr': [
    'p:normalViewPr? p:slideViewPr? p:outlineViewPr? p:notesTextViewPr? p:sorterViewPr? p:notesViewPr? p:gridSpacing? p:extLst?',
  ],
  'p:sldMaster': [
    'p:cSld p:clrMap p:sldLayoutIdLst? p:transition? p:timing? p:hf? p:txStyles? p:extLst?',
    'preserve:bool? showMasterSp:bool?',
  ],
  'p:clrMap': [
    'a:extLst?',
    'bg1:text tx1:text bg2:text tx2:text accent1:text accent2:text accent3:text accent4:text accent5:text accent6:text hlink:text folHlink:text',
  ],
  'p:sldLayoutIdLst': ['p:sldLayoutId*'],
  'p:sldLayoutId': ['p:extLst?', 'id:masterId? r:id:relation'],
  'p:txStyles': ['p:titleStyle? p:bodyStyle? p:otherStyle? p:extLst?'],
  ...rules('p:titleStyle p:bodyStyle p:otherStyle p:notesStyle', [LEVELS]),
  'p:sldLayout': [
    'p:cSld p:clrMapOvr? p:transition? p:timing? p:hf? p:extLst?',
    'type:text? preserve:bool? matchingName:text? userDrawn:bool?',
  ],
  'p:notesMaster': ['p:cSld p:clrMap p:hf? p:notesStyle? p:extLst?'],
  'p:notes': ['p:cSld p:clrMapOvr? p:extLst?'],
  'p:sld': ['p:cSld p:clrMapOvr? p:transition? p:timing? p:extLst?'],
  'p:clrMapOvr': ['(a:masterClrMapping|a:overrideClrMapping)'],
  'p:cSld': ['p:bg? p:spTree p:custDataLst? p:controls? p:extLst?', 'name:text?'],
  'p:bg': ['(p:bgPr|p:bgRef)'],
  'p:bgPr': [`${FILL} ${EFFECT}? a:extLst?`],
  ...rules('p:spTree p:grpSp', [TREE]),
  'p:nvGrpSpPr': ['p:cNvPr p:cNvGrpSpPr p:nvPr'],
  'p:nvSpPr': ['p:cNvPr p:cNvSpPr p:nvPr'],
  'p:nvCxnSpPr': ['p:cNvPr p:cNvCxnSpPr p:nvPr'],
  'p:nvGraphicFramePr': ['p:cNvPr p:cNvGraphicFramePr p:nvPr'],
  'p:cNvPr': ['a:hlinkClick? a:hlinkHover? a:extLst?', 'id:uint name:text descr:text? title:text? hidden:bool?'],
  'p:cNvGrpSpPr': ['a:grpSpLocks? a:extLst?'],
  'p:cNvSpPr': ['a:spLocks? a:extLst?', 'txBox:bool?'],
  'p:cNvCxnSpPr': ['a:cxnSpLocks? a:stCxn? a:endCxn? a:extLst?'],
  'p:cNvGraphicFramePr': ['a:graphicFrameLocks? a:extLst?'],
  'p:nvPr': [
    'p:ph? (a:audioCd|a:wavAudioFile|a:audioFile|a:videoFile|a:quickTimeFile)? p:custDataLst? p:extLst?',
    'isPhoto:bool? userDrawn:bool?',
  ],
  'p:ph': ['p:extLst?', 'type:text? orient:text? sz:(full|half|quarter)? idx:uint?'],
  'p:grpSpPr': [`a:xfrm? ${FILL}? ${EFFECT}? a:scene3d? a:extLst?`],
  'p:sp': ['p:nvSpPr p:spPr p:style? p:txBody? p:extLst?'],
  'p:cxnSp': ['p:nvCxnSpPr p:spPr p:style? p:extLst?'],
  'p:graphicFrame': ['p:nvGraphicFramePr p:xfrm a:graphic p:extLst?'],
  'p:spPr': [SHAPE],
  'p:txBody': [TEXT],
  'p:xfrm': ['a:off? a:ext?'],
};

const DRAWING: Record<string, Rule> = {
  'a:masterClrMapping': [''],
  'a:xfrm': ['a:off? a:ext?', 'rot:int? flipH:bool? flipV:bool?'],
  'p:grpSpPr>a:xfrm': ['a:off? a:ext? a:chOff? a:chExt?', 'rot:int? flipH:bool? flipV:bool?'],
  ...rules('a:off a:chOff', ['', 'x:int y:int']),
  ...rules('a:ext a:chExt', ['', 'cx:uint cy:uint']),
  'a:spLocks': ['a:extLst?', 'noGrp:bool? noRot:bool? noChangeAspect:bool?'],
  'a:graphicFrameLocks': ['a:extLst?', 'noGrp:bool?'],
  'a:prstGeom': ['a:avLst?', 'prst:(rect|line|ellipse|diamond|triangle)'],
  'a:custGeom': ['a:avLst? a:gdLst? a:ahLst? a:cxnLst? a:rect? a:pathLst'],
  ...rules('a:avLst a:gdLst', ['a:gd*']),
  'a:ahLst': ['(a:ahXY|a:ahPolar)*'],
  'a:cxnLst': ['a:cxn*'],
  'a:rect': ['', 'l:text t:text r:text b:text'],
  'a:pathLst': ['a:path*'],
  'a:path': ['(a:close|a:moveTo|a:lnTo|a:arcTo|a:quadBezTo|a:cubicBezTo)*', 'w:uint? h:uint?'],
  'a:close': [''],
  ...rules('a:moveTo a:lnTo', ['a:pt']),
  'a:pt': ['', 'x:int y:int'],
  'a:noFill': [''],
  'a:solidFill': [`${COLOUR}?`],
  'a:srgbClr': ['', 'val:colour'],
  'a:schemeClr': ['', 'val:text'],
  ...rules('a:ln a:lnL a:lnR a:lnT a:lnB', [LINE, 'w:uint?']),
  'a:effectLst': [''],
  'a:bodyPr': [
    'a:prstTxWarp? (a:noAutofit|a:normAutofit|a:spAutoFit)? a:scene3d? (a:sp3d|a:flatTx)? a:extLst?',
    'rot:int? wrap:(none|square)? lIns:int? tIns:int? rIns:int? bIns:int? anchor:(t|ctr|b|just|dist)?',
  ],
  ...rules('a:noAutofit a:normAutofit', ['']),
  'a:lstStyle': [LEVELS],
  'a:p': ['a:pPr? (a:r|a:br|a:fld)* a:endParaRPr?'],
  ...rules('a:pPr a:lvl1pPr', [PARAGRAPH, ALIGNED]),
  'a:spcAft': ['(a:spcPct|a:spcPts)'],
  'a:spcPts': ['', 'val:uint'],
  'a:buChar': ['', 'char:text'],
  ...rules('a:buFont a:latin a:ea a:cs', ['', 'typeface:text']),
  'a:r': ['a:rPr? a:t'],
  ...rules('a:rPr a:endParaRPr a:defRPr', [LETTERS, LETTERED]),
  'a:t': ['#text'],
  'a:graphic': ['a:graphicData'],
  'a:graphicData': ['(a:tbl|c:chart)', 'uri:text'],
  'a:tbl': ['a:tblPr? a:tblGrid a:tr*'],
  'a:tblPr': [
    `${FILL}? ${EFFECT}? (a:tableStyle|a:tableStyleId)? a:extLst?`,
    'firstRow:bool? firstCol:bool? lastRow:bool? lastCol:bool? bandRow:bool? bandCol:bool?',
  ],
  'a:tblGrid': ['a:gridCol*'],
  'a:gridCol': ['a:extLst?', 'w:uint'],
  'a:tr': ['a:tc* a:extLst?', 'h:uint'],
  'a:tc': ['a:txBody? a:tcPr? a:extLst?'],
  'a:txBody': [TEXT],
  'a:tcPr': [
    `a:lnL? a:lnR? a:lnT? a:lnB? a:lnTlToBr? a:lnBlToTr? a:cell3D? ${FILL}? a:headers? a:extLst?`,
    'marL:int? marR:int? marT:int? marB:int? anchor:(t|ctr|b)?',
  ],
  'a:theme': ['a:themeElements a:objectDefaults? a:extraClrSchemeLst? a:custClrLst? a:extLst?', 'name:text?'],
  'a:themeElements': ['a:clrScheme a:fontScheme a:fmtScheme a:extLst?'],
  'a:clrScheme': [
    'a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink a:extLst?',
    'name:text',
  ],
  ...rules('a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink', [COLOUR]),
  'a:fontScheme': ['a:majorFont a:minorFont a:extLst?', 'name:text'],
  ...rules('a:majorFont a:minorFont', [FONTS]),
  'a:fmtScheme': ['a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst', 'name:text?'],
  ...rules('a:fillStyleLst a:bgFillStyleLst', [`${FILL} ${FILL} ${FILL}+`]),
  'a:lnStyleLst': ['a:ln a:ln a:ln+'],
  'a:effectStyleLst': ['a:effectStyle a:effectStyle a:effectStyle+'],
  'a:effectStyle': [`${EFFECT} a:scene3d? a:sp3d?`],
  'a:tblStyleLst': ['a:tblStyle*', 'def:text'],
};

const CHART: Record<string, Rule> = {
  'a:graphicData>c:chart': ['', 'r:id:relation'],
  'c:chartSpace': [
    'c:date1904? c:lang? c:roundedCorners? c:style? c:clrMapOvr? c:pivotSource? c:protection? c:chart c:spPr? c:txPr? c:externalData? c:printSettings? c:userShapes? c:extLst?',
  ],
  ...rules('c:date1904 c:roundedCorners c:autoTitleDeleted c:plotVisOnly c:varyColors c:invertIfNegative c:smooth', [
    '',
    'val:bool',
  ]),
  ...rules('c:delete c:overlay c:auto c:noMultiLvlLbl c:autoUpdate', ['', 'val:bool']),
  ...rules('c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize', ['', 'val:bool']),
  ...rules('c:idx c:order c:axId c:crossAx c:ptCount c:lblOffset c:tickLblSkip', ['', 'val:uint']),
  'c:lang': ['', 'val:language'],
  'c:chart': [
    'c:title? c:autoTitleDeleted? c:pivotFmts? c:view3D? c:floor? c:sideWall? c:backWall? c:plotArea c:legend? c:plotVisOnly? c:dispBlanksAs? c:extLst?',
  ],
  'c:dispBlanksAs': ['', 'val:(span|gap|zero)'],
  'c:externalData': ['c:autoUpdate?', 'r:id:relation'],
  'c:plotArea': [
    'c:layout? (c:barChart|c:lineChart|c:scatterChart)+ (c:valAx|c:catAx|c:dateAx|c:serAx)* c:dTable? c:spPr? c:extLst?',
  ],
  'c:layout': ['c:manualLayout? c:extLst?'],
  'c:barChart': ['c:barDir c:grouping? c:varyColors? c:ser* c:dLbls? c:gapWidth? c:overlap? c:serLines* c:axId c:axId c:extLst?'],
  'c:barDir': ['', 'val:(bar|col)'],
  'c:grouping': ['', 'val:(percentStacked|standard|stacked|clustered)'],
  'c:gapWidth': ['', 'val:uint'],
  'c:lineChart': [
    'c:grouping c:varyColors? c:ser* c:dLbls? c:dropLines? c:hiLowLines? c:upDownBars? c:marker? c:smooth? c:axId c:axId c:extLst?',
  ],
  'c:lineChart>c:marker': ['', 'val:bool'],
  'c:hiLowLines': ['c:spPr?'],
  'c:scatterChart': ['c:scatterStyle c:varyColors? c:ser* c:dLbls? c:axId c:axId c:extLst?'],
  'c:scatterStyle': ['', 'val:(none|line|lineMarker|marker|smooth|smoothMarker)'],
  'c:barChart>c:ser': [
    `${SERIES} c:invertIfNegative? c:pictureOptions? c:dPt* c:dLbls? c:trendline* c:errBars? c:cat? c:val? c:shape? c:extLst?`,
  ],
  'c:lineChart>c:ser': [`${SERIES} c:marker? c:dPt* c:dLbls? c:trendline* c:errBars? c:cat? c:val? c:smooth? c:extLst?`],
  'c:scatterChart>c:ser': [`${SERIES} c:marker? c:dPt* c:dLbls? c:trendline* c:errBars* c:xVal? c:yVal? c:smooth? c:extLst?`],
  'c:marker': ['c:symbol? c:size? c:spPr? c:extLst?'],
  'c:symbol': ['', 'val:(circle|dash|diamond|dot|none|picture|plus|square|star|triangle|x)'],
  'c:size': ['', 'val:uint'],
  'c:tx': ['(c:strRef|c:rich)'],
  'c:dLbls': [`c:dLbl* (c:delete|${SHOWN} c:showLeaderLines? c:leaderLines?) c:extLst?`],
  'c:dLbl': [`c:idx (c:delete|c:layout? c:tx? ${SHOWN}) c:extLst?`],
  'c:dLblPos': ['', 'val:(bestFit|b|ctr|inBase|inEnd|l|outEnd|r|t)'],
  ...rules('c:cat c:xVal', ['(c:multiLvlStrRef|c:numRef|c:numLit|c:strRef|c:strLit)']),
  ...rules('c:val c:yVal', ['(c:numRef|c:numLit)']),
  'c:strRef': ['c:f c:strCache? c:extLst?'],
  'c:numRef': ['c:f c:numCache? c:extLst?'],
  ...rules('c:f c:v c:formatCode', ['#text']),
  'c:strCache': ['c:ptCount? c:pt* c:extLst?'],
  'c:numCache': ['c:formatCode? c:ptCount? c:pt* c:extLst?'],
  'c:pt': ['c:v', 'idx:uint formatCode:text?'],
  'c:catAx': [`${AXIS} c:auto? c:lblAlgn? c:lblOffset? c:tickLblSkip? c:tickMarkSkip? c:noMultiLvlLbl? c:extLst?`],
  'c:valAx': [`${AXIS} c:crossBetween? c:majorUnit? c:minorUnit? c:dispUnits? c:extLst?`],
  'c:scaling': ['c:logBase? c:orientation? c:max? c:min? c:extLst?'],
  'c:orientation': ['', 'val:(maxMin|minMax)'],
  ...rules('c:max c:min c:majorUnit', ['', 'val:number']),
  'c:axPos': ['', 'val:(b|l|r|t)'],
  'c:majorGridlines': ['c:spPr?'],
  'c:title': ['c:tx? c:layout? c:overlay? c:spPr? c:txPr? c:extLst?'],
  'c:numFmt': ['', 'formatCode:text sourceLinked:bool?'],
  ...rules('c:majorTickMark c:minorTickMark', ['', TICKS]),
  'c:tickLblPos': ['', 'val:(high|low|nextTo|none)'],
  'c:crosses': ['', 'val:(autoZero|max|min)'],
  'c:crossBetween': ['', 'val:(between|midCat)'],
  'c:lblAlgn': ['', 'val:(ctr|l|r)'],
  'c:spPr': [SHAPE],
  ...rules('c:rich c:txPr', [TEXT]),
  'c:legend': ['c:legendPos? c:legendEntry* c:layout? c:overlay? c:spPr? c:txPr? c:extLst?'],
  'c:legendPos': ['', 'val:(b|tr|l|r|t)'],
};

const WORKBOOK: Record<string, Rule> = {
  workbook: [
    'fileVersion? fileSharing? workbookPr? workbookProtection? bookViews? sheets functionGroups? externalReferences? definedNames? calcPr? oleSize? customWorkbookViews? pivotCaches? smartTagPr? smartTagTypes? webPublishing? fileRecoveryPr* webPublishObjects? extLst?',
  ],
  sheets: ['sheet+'],
  sheet: ['', 'name:sheetName sheetId:uint state:text? r:id:relation'],
  worksheet: [
    'sheetPr? dimension? sheetViews? sheetFormatPr? cols? sheetData sheetCalcPr? sheetProtection? protectedRanges? scenarios? autoFilter? sortState? dataConsolidate? customSheetViews? mergeCells? phoneticPr? conditionalFormatting* dataValidations? hyperlinks? printOptions? pageMargins? pageSetup? headerFooter? rowBreaks? colBreaks? customProperties? cellWatches? ignoredErrors? smartTags? drawing? legacyDrawing? legacyDrawingHF? picture? oleObjects? controls? webPublishItems? tableParts? extLst?',
  ],
  sheetPr: ['tabColor? outlinePr? pageSetUpPr?'],
  pageSetUpPr: ['', 'fitToPage:bool?'],
  sheetViews: ['sheetView+ extLst?'],
  sheetView: ['pane? selection* pivotSelection* extLst?', 'workbookViewId:uint'],
  pane: [
    '',
    'xSplit:number? ySplit:number? topLeftCell:place? activePane:(bottomRight|topRight|bottomLeft|topLeft)? state:(split|frozen|frozenSplit)?',
  ],
  cols: ['col+'],
  col: ['', 'min:uint max:uint width:number? customWidth:bool?'],
  sheetData: ['row*'],
  row: ['c* extLst?', 'r:uint?'],
  c: ['f? v? is? extLst?', 'r:place? s:uint? t:(b|d|n|e|s|str|inlineStr)?'],
  v: ['#text'],
  is: ['t? r* rPh* phoneticPr?'],
  t: ['#text', 'xml:space:(preserve|default)?'],
  autoFilter: ['filterColumn* sortState? extLst?', 'ref:range'],
  hyperlinks: ['hyperlink+'],
  hyperlink: ['', 'ref:place location:text? display:text?'],
  pageSetup: ['', 'paperSize:uint? orientation:(default|portrait|landscape)? fitToWidth:uint? fitToHeight:uint?'],
  styleSheet: ['numFmts? fonts? fills? borders? cellStyleXfs? cellXfs? cellStyles? dxfs? tableStyles? colors? extLst?'],
  fonts: ['font*', 'count:uint?'],
  // The standard leaves the order open; programs write this one, and their own checker asks for it.
  font: ['b? i? strike? condense? extend? outline? shadow? u? vertAlign? sz? color? name? family? charset? scheme?'],
  ...rules('b i', ['', 'val:bool?']),
  u: ['', 'val:text?'],
  sz: ['', 'val:number'],
  name: ['', 'val:text'],
  color: ['', 'rgb:alphaColour?'],
  fills: ['fill*', 'count:uint?'],
  fill: ['(patternFill|gradientFill)'],
  patternFill: ['fgColor? bgColor?', 'patternType:text?'],
  borders: ['border*', 'count:uint?'],
  border: ['start? end? left? right? top? bottom? diagonal? vertical? horizontal?'],
  ...rules('left right top bottom diagonal', ['color?']),
  ...rules('cellStyleXfs cellXfs', ['xf+', 'count:uint?']),
  xf: [
    'alignment? protection? extLst?',
    'numFmtId:uint? fontId:uint? fillId:uint? borderId:uint? xfId:uint? applyFont:bool? applyAlignment:bool?',
  ],
  alignment: ['', 'vertical:(top|center|bottom|justify|distributed)? wrapText:bool? horizontal:text?'],
  cellStyles: ['cellStyle+', 'count:uint?'],
  cellStyle: ['', 'name:text? xfId:uint builtinId:uint?'],
};

const PACKAGE: Record<string, Rule> = {
  Types: ['(Default|Override)*'],
  Default: ['', 'Extension:text ContentType:text'],
  Override: ['', 'PartName:text ContentType:text'],
  Relationships: ['Relationship*'],
  // No mode: a relation of ours never leads out of the file.
  Relationship: ['', 'Id:relation Type:text Target:text'],
  'cp:coreProperties': ['(dc:title|dc:subject|dc:language|cp:keywords)*'],
  ...rules('dc:title dc:subject dc:language cp:keywords', ['#text']),
};

const RULES: Readonly<Record<string, Rule>> = { ...PRESENTATION, ...DRAWING, ...CHART, ...WORKBOOK, ...PACKAGE };

const inRange = (low: number, high: number) => (value: string) =>
  /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high;
const matching = (pattern: RegExp) => (value: string) => pattern.test(value);

const KINDS: Readonly<Record<string, (value: string) => boolean>> = {
  text: () => true,
  int: matching(/^-?\d{1,16}$/),
  uint: matching(/^\d{1,16}$/),
  number: matching(/^-?\d+(?:\.\d+)?(?:e-?\d+)?$/i),
  bool: matching(/^(?:0|1|true|false)$/),
  colour: matching(/^[0-9A-F]{6}$/),
  alphaColour: matching(/^[0-9A-F]{8}$/),
  language: matching(/^[a-z]{2}(?:-[A-Z]{2})?$/),
  points: inRange(100, 400_000),
  relation: matching(/^rId\d+$/),
  slideId: inRange(256, 2_147_483_647),
  masterId: inRange(2_147_483_648, 4_294_967_295),
  place: matching(/^[A-Z]{1,3}[1-9]\d{0,6}$/),
  range: matching(/^[A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6}$/),
  sheetName: matching(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/),
};

const ruleOf = (element: XmlElement, parent: XmlElement | null): Rule | undefined =>
  RULES[`${parent?.name ?? ''}>${element.name}`] ?? RULES[element.name];

/** Whatever the standard would not have, in words; each place once. */
export function schemaFaults(element: XmlElement, parent: XmlElement | null = null): string[] {
  const rule = ruleOf(element, parent);
  if (rule === undefined) return [`${element.name} in ${parent?.name ?? 'the part'} is not declared`];
  const [children, attributes = ''] = rule;
  return [
    ...childFaults(element, children),
    ...attributeFaults(element, attributes),
    ...element.children.flatMap((child) => schemaFaults(child, element)),
  ];
}

const patterns = new Map<string, RegExp>();

function patternOf(children: string): RegExp {
  const known = patterns.get(children);
  if (known) return known;
  const made = new RegExp(`^${children.replace(/[A-Za-z]\w*(?::\w+)?/g, '(?:$&;)').replace(/\s+/g, '')}$`);
  patterns.set(children, made);
  return made;
}

function childFaults({ name, children, text }: XmlElement, rule: string): string[] {
  const said = children.map((child) => `${child.name};`).join('');
  if (rule === '#text') return children.length === 0 ? [] : [`${name} holds ${said} where a text belongs`];
  return [
    ...(patternOf(rule).test(said) ? [] : [`${name} holds ${said.replaceAll(';', ' ').trim() || 'nothing'}`]),
    ...(text.trim() === '' ? [] : [`${name} holds a text`]),
  ];
}

const ATTRIBUTE = /(\S+?):(\([^)]*\)|\w+)(\??)(?=\s|$)/g;

function attributeFaults({ name, attributes }: XmlElement, rule: string): string[] {
  const asked = [...rule.matchAll(ATTRIBUTE)].map(([, key = '', kind = '', may = '']) => ({ key, kind, may: may === '?' }));
  const own = [...attributes].filter(([key]) => !key.startsWith('xmlns'));
  const isKind = (kind: string, value: string): boolean =>
    kind.startsWith('(') ? new RegExp(`^${kind}$`).test(value) : (KINDS[kind]?.(value) ?? false);
  return [
    ...asked.filter(({ key, may }) => !may && !attributes.has(key)).map(({ key }) => `${name} lacks ${key}`),
    ...own.flatMap(([key, value]) => {
      const one = asked.find((other) => other.key === key);
      if (one === undefined) return [`${name} has ${key}, which is not declared`];
      return isKind(one.kind, value) ? [] : [`${name} has ${key}="${value.slice(0, 40)}"`];
    }),
  ];
}
