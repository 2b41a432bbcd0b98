import os from 'node:os';

/** There is no engine for this kind of machine. */
export class NoEngine extends Error {}

/** The engine's package has binaries for the systems that the product promises, not for each that there is. */
async function engine() {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler');
  } catch {
    throw new NoEngine('there is no program of the engine for this kind of machine');
  }
}

/** PDF/UA-1 asks for a letter of the fonts for everything said; a name in another script has none. */
const WITHOUT_LETTERS = 'could not be displayed';

/**
 * A PDF from a template and what it says. The template is ours; what it says comes in as JSON and is never read as markup.
 * The same content is the same bytes: no clock takes part, and the fonts are the engine's own.
 *
 * @throws NoEngine
 */
export async function typeset(template: string, content: object): Promise<Buffer> {
  const { NodeCompiler } = await engine();
  const compiler = NodeCompiler.create({ workspace: os.tmpdir() });
  const result = compiler.compile({ mainFileContent: template, inputs: { content: JSON.stringify(content) } });
  const document = result.result;
  if (document === null) throw new Error(`the document could not be set: ${problemOf(result.takeError()?.shortDiagnostics)}`);
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: 0 });
  } catch (error) {
    if (!String(error).includes(WITHOUT_LETTERS)) throw error;
    return compiler.pdf(document, { creationTimestamp: 0 });
  } finally {
    compiler.evictCache(0);
  }
}

const problemOf = (diagnostics: readonly unknown[] | undefined): string => JSON.stringify(diagnostics ?? []).slice(0, 2000);
