// `npm run sbom [-- FILE]`: the software bill of materials in CycloneDX 1.6, made from package-lock.json alone, so that the
// same lock file always gives the same text. Without FILE it goes to stdout.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Packages that say their licence in a form that npm does not put into the lock file; looked up by hand. */
export const SAID_ELSEWHERE = { busboy: 'MIT', streamsearch: 'MIT' };

/** Every package of the lock file: the workspaces and links to them are the product itself. */
export function packagesOf(lock) {
  return Object.entries(lock.packages)
    .filter(([place, { link }]) => place.includes('node_modules/') && !link)
    .map(([place, locked]) => {
      const name = locked.name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { place, name, ...locked, license: locked.license ?? SAID_ELSEWHERE[name] ?? null };
    });
}

/** The bill of materials of a lock file. */
export function sbomOf(lock) {
  const packages = packagesOf(lock);
  const product = lock.packages[''];
  const reference = `pkg:npm/${product.name}@${product.version}`;
  const { components, dependencies } = graphOf(packages, lock);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(lock))}`,
    version: 1,
    metadata: {
      component: {
        'bom-ref': reference,
        type: 'application',
        name: product.name,
        version: product.version,
        licenses: [{ license: { id: product.license } }],
      },
    },
    components,
    dependencies: [{ ref: reference, dependsOn: ofTheProduct(packages, lock) }, ...dependencies],
  };
}

const referenceOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** The same version of a package may lie in several places; it is one component. */
function graphOf(packages, lock) {
  const components = new Map();
  const dependencies = new Map();
  for (const one of packages) {
    const ref = referenceOf(one);
    if (!components.has(ref) || !one.dev) components.set(ref, componentOf(one));
    dependencies.set(ref, new Set([...(dependencies.get(ref) ?? []), ...neededBy(one, one.place, lock)]));
  }
  const sorted = [...components.values()].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
  return {
    components: sorted,
    dependencies: sorted.map((one) => ({
      ref: one['bom-ref'],
      dependsOn: [...(dependencies.get(one['bom-ref']) ?? [])].sort(),
    })),
  };
}

function componentOf(one) {
  const { name, version, license, integrity, dev, optional } = one;
  const group = name.startsWith('@') ? { group: name.split('/')[0] } : {};
  return {
    'bom-ref': referenceOf(one),
    type: 'library',
    ...group,
    name: name.split('/').at(-1),
    version,
    // What only builds and tests the product is not in it.
    scope: dev ? 'excluded' : optional ? 'optional' : 'required',
    ...(integrity ? { hashes: hashesOf(integrity) } : {}),
    ...(license ? { licenses: [licenceOf(license)] } : {}),
    purl: referenceOf(one),
  };
}

const licenceOf = (text) => (/[ ()]/.test(text) ? { expression: text } : { license: { id: text } });

const ALGORITHMS = { sha512: 'SHA-512', sha384: 'SHA-384', sha256: 'SHA-256', sha1: 'SHA-1' };

const hashesOf = (integrity) =>
  integrity.split(' ').map((one) => {
    const [name, base64] = one.split(/-(.*)/s);
    return { alg: ALGORITHMS[name], content: Buffer.from(base64, 'base64').toString('hex') };
  });

/** What a package asks for, found as Node finds it: in its own folder first, then further up. */
function neededBy({ dependencies = {}, optionalDependencies = {} }, place, lock) {
  return Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) => {
    for (let at = place; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
      const found = lock.packages[at ? `${at}/node_modules/${name}` : `node_modules/${name}`];
      if (found?.version) return [referenceOf({ name: found.name ?? name, version: found.version })];
      if (!at) return [];
    }
  });
}

function ofTheProduct(packages, lock) {
  const manifests = Object.entries(lock.packages).filter(([place]) => !place.includes('node_modules/'));
  const refs = manifests.flatMap(([place, manifest]) =>
    neededBy({ dependencies: { ...manifest.dependencies, ...manifest.devDependencies }, ...manifest }, place, lock),
  );
  return [...new Set(refs)].sort();
}

/** A name-based UUID (version 8): of this lock file, whenever it is made. */
function uuidOf(text) {
  const hex = crypto.createHash('sha256').update(text).digest('hex');
  const variant = ((parseInt(hex[16], 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const text = `${JSON.stringify(sbomOf(lock), null, 2)}\n`;
  const [, , file] = process.argv;
  if (file) fs.writeFileSync(path.resolve(process.env.INIT_CWD ?? '.', file), text);
  else process.stdout.write(text);
}
