import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import fs from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { RESOLVERS } from './app.module.js';

/** Where the printed schema is committed. */
export const SCHEMA_FILE = fileURLToPath(new URL('../../schema.graphql', import.meta.url));

const HEADER = '# Printed from the code by `npm run schema`; a test compares. Do not edit.\n\n';

/** The schema, without a database. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  const schema = await app.get(GraphQLSchemaFactory).create([...RESOLVERS]);
  await app.close();
  return lexicographicSortSchema(schema);
}

/** The committed text of a schema. */
export const printedSchema = (schema: GraphQLSchema): string => `${HEADER}${printSchema(schema)}\n`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  fs.writeFileSync(SCHEMA_FILE, printedSchema(await buildSchema()));
}
