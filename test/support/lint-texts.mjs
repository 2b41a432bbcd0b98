// Lints texts as if they stood in the named files, in one process. In: [{file, text}]; out: [[rule, …], …].
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';

// Otherwise the parser reads the files from the disk and not the texts it is given.
process.env.TSESTREE_SINGLE_RUN = 'false';
const eslint = new ESLint();
const found = [];
for (const one of JSON.parse(await text(process.stdin))) {
  const results = await eslint.lintText(one.text, { filePath: one.file });
  found.push(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId ?? message)));
}
process.stdout.write(JSON.stringify(found));
