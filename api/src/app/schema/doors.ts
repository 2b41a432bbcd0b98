import type { Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { GraphQLSchema } from 'graphql';
import { COMMANDS, type Permission, ruleOf } from '../../access/index.js';
import { RULE } from '../rest/rule.guard.js';
import { fieldsOf, permissionOf } from './enforce-rules.js';

interface Door {
  readonly name: string;
  readonly permission: Permission | undefined;
}

/** Every field, route and command, by the row of the policy that decides it; for the page "Who can see what". */
export class Doors {
  private byRow = new Map<string, readonly string[]>();

  /**
   * Looks at every door of the server.
   *
   * @throws Error naming every route without a rule: such a server is never started.
   */
  open(schema: GraphQLSchema, controllers: readonly Type[]): GraphQLSchema {
    const routes = controllers.flatMap(routesOf);
    const unruled = routes.filter(({ permission }) => !permission || !ruleOf(permission.resource, permission.verb));
    if (unruled.length > 0)
      throw new Error(`These routes have no rule in the access policy: ${unruled.map(({ name }) => name).join(', ')}`);
    this.byRow = grouped([...fieldDoors(schema), ...routes, ...commandDoors()]);
    return schema;
  }

  /** What asks this row. */
  of({ resource, verb }: Permission): readonly string[] {
    return this.byRow.get(`${verb} ${resource}`) ?? [];
  }
}

/** A type all of whose fields one row decides stands for them. */
function fieldDoors(schema: GraphQLSchema): Door[] {
  const types = new Map<string, Door[]>();
  for (const { type, field } of fieldsOf(schema)) {
    const door = { name: `${type.name}.${field.name}`, permission: permissionOf(field) };
    types.set(type.name, [...(types.get(type.name) ?? []), door]);
  }
  return [...types].flatMap(([name, doors]) => collapsed(name, doors));
}

function collapsed(type: string, doors: readonly Door[]): readonly Door[] {
  const [first] = doors;
  const isOne = type !== 'Query' && type !== 'Mutation' && doors.every((door) => rowOf(door) === (first && rowOf(first)));
  return isOne ? [{ name: `${type}.*`, permission: first?.permission }] : doors;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD'];

/** The routes of a controller, each with the rule that it carries. */
export function routesOf(controller: Type): Door[] {
  const prototype = controller.prototype as Record<string, object>;
  const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
  return Object.getOwnPropertyNames(prototype).flatMap((key) => {
    const handler = key === 'constructor' ? undefined : prototype[key];
    const place = handler && (Reflect.getMetadata(PATH_METADATA, handler) as string | undefined);
    if (!handler || place === undefined) return [];
    const method = METHODS[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? 'ALL';
    const path = `/${base}/${place}`.replace(/\/+/g, '/');
    return [{ name: `${method} ${path}`, permission: Reflect.getMetadata(RULE, handler) as Permission | undefined }];
  });
}

const commandDoors = (): Door[] =>
  Object.entries(COMMANDS).map(([words, permission]) => ({ name: `overstory ${words}`, permission }));

const rowOf = ({ permission }: Door): string => (permission ? `${permission.verb} ${permission.resource}` : '');

function grouped(doors: readonly Door[]): Map<string, readonly string[]> {
  const rows = new Map<string, string[]>();
  for (const door of doors) rows.set(rowOf(door), [...(rows.get(rowOf(door)) ?? []), door.name]);
  return rows;
}
