import fs from 'node:fs';

const description = JSON.parse(fs.readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** Version of the product, as its package says. */
export const PRODUCT_VERSION = description.version;
