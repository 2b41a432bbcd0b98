import { NO_ENGINE, type Setting } from './setting.js';
import { NoEngine, typeset } from './typst.js';

// A process that is given one document and ends with it.
try {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  const { template, content } = JSON.parse(Buffer.concat(parts).toString('utf8')) as Setting;
  process.stdout.write(await typeset(template, content));
} catch (fault) {
  process.stderr.write(String(fault));
  process.exitCode = fault instanceof NoEngine ? NO_ENGINE : 1;
}
