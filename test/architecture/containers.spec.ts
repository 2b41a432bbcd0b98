import { describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../support/run-tool.js';

interface Service {
  image?: string;
  build?: unknown;
  ports?: string[];
  volumes?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test?: unknown[] };
  depends_on?: Record<string, { condition?: string }>;
  privileged?: boolean;
}
interface Compose {
  services: Record<string, Service>;
  volumes?: Record<string, unknown>;
}

const read = (): Compose => parse(fs.readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8')) as Compose;

/** What would keep the file from working, or open it further than it should be. */
function faultsOf({ services, volumes = {} }: Compose): string[] {
  const ofService = ([name, service]: [string, Service]): string[] => [
    ...(service.healthcheck?.test ? [] : [`${name} has no health check`]),
    ...(/:\d[\w.-]+$/.test(service.image ?? '') ? [] : [`${name} has no pinned version`]),
    ...(service.privileged ? [`${name} is privileged`] : []),
    ...(service.volumes ?? []).flatMap((one) =>
      (one.split(':')[0] ?? '') in volumes ? [] : [`${name} uses a volume that is not declared`],
    ),
    ...Object.entries(service.depends_on ?? {}).flatMap(([other, { condition }]) =>
      other in services && condition === 'service_healthy' ? [] : [`${name} does not wait for ${other}`],
    ),
    ...(service.ports ?? []).filter((port) => !port.startsWith('127.0.0.1:')).map(() => `${name} is open to the network`),
  ];
  return Object.entries(services).flatMap(ofService);
}

describe('docker-compose.yml', () => {
  it('runs the product on a PostgreSQL that only it can reach', () => {
    const compose = read();
    expect(faultsOf(compose)).toEqual([]);
    const { database, overstory } = compose.services;
    expect(database?.ports).toBeUndefined();
    expect(Number(/^postgres:(\d+)/.exec(database?.image ?? '')?.[1])).toBeGreaterThanOrEqual(15);
    expect(overstory?.environment?.DATABASE_URL).toMatch(/^postgres:\/\/overstory_owner:.*@database:5432\/overstory$/);
    expect(overstory?.depends_on).toEqual({ database: { condition: 'service_healthy' } });
    expect(overstory?.volumes?.[0]).toMatch(/:\/var\/lib\/overstory$/);
  });

  it.each<[string, (compose: Compose) => void]>([
    ['no health check', ({ services }) => delete services.database?.healthcheck],
    ['a version that floats', ({ services }) => Object.assign(services.database ?? {}, { image: 'postgres:latest' })],
    ['a volume nobody declared', (compose) => delete compose.volumes],
    [
      'not waiting for the database',
      ({ services }) => Object.assign(services.overstory ?? {}, { depends_on: { database: { condition: 'service_started' } } }),
    ],
    ['an open port', ({ services }) => Object.assign(services.overstory ?? {}, { ports: ['4000:4000'] })],
    ['too many rights', ({ services }) => Object.assign(services.overstory ?? {}, { privileged: true })],
  ])('would be found out with %s', (_name, spoil) => {
    const compose = read();
    spoil(compose);
    expect(faultsOf(compose)).not.toEqual([]);
  });
});

describe('the Dockerfile', () => {
  const text = fs.readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8');

  it('copies only what is there', () => {
    const copied = [...text.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, list = '']) => list.split(/\s+/).slice(0, -1));
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((name) => !fs.existsSync(path.join(ROOT, name)))).toEqual([]);
  });

  it('runs as an ordinary user on the Node that the packages ask for', () => {
    expect(/^USER node$/m.test(text)).toBe(true);
    const versions = [...text.matchAll(/^FROM node:(\d+)\.(\d+)/gm)].map(([, major, minor]) => [Number(major), Number(minor)]);
    const { engines } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { engines: { node: string } };
    expect(engines.node).toBe('>=20.19');
    expect(versions.length).toBe(2);
    expect(versions.every(([major = 0, minor = 0]) => major > 20 || (major === 20 && minor >= 19))).toBe(true);
  });
});
