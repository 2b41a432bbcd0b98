import { type CanActivate, type ExecutionContext, Injectable, NotFoundException, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { may, type Permission, type Resource, type Verb } from '../../access/index.js';
import { currentViewer } from '../http/session.js';
import { currentService } from '../http/service.js';

export const RULE = 'overstory:rule';

/** The rule of a route: a row of the access policy. */
export const RuledRoute = (verb: Verb, resource: Resource): MethodDecorator =>
  SetMetadata(RULE, { verb, resource } satisfies Permission);

const SYSTEMS = 'overstory:systems';

/** Lets systems pass that show a token; what they may send is looked at by the worker, file by file. */
export const OpenToSystems = (): MethodDecorator => SetMetadata(SYSTEMS, true);

const DIRECTORIES = 'overstory:directories';

/**
 * Lets pass whoever shows a token, and nobody else: the route looks whether it is a directory's. A token is never sent by a
 * browser on another page's behalf, so it needs no header of ours.
 */
export const OpenToDirectories = (): MethodDecorator => SetMetadata(DIRECTORIES, true);

/** Lets nobody pass whom the policy does not name; a route without a rule lets nobody pass at all. */
@Injectable()
export class RuleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() === 'graphql') return true;
    const http = context.switchToHttp();
    const viewer = currentViewer(http.getResponse<Response>());
    const permission = this.reflector.get<Permission | undefined>(RULE, context.getHandler());
    if (this.reflector.get<boolean | undefined>(DIRECTORIES, context.getHandler()))
      return currentService(http.getResponse<Response>()) !== null && permission !== undefined;
    if (!isOwnRequest(http.getRequest<Request>())) throw new NotFoundException();
    if (permission && may(viewer, permission.verb, permission.resource)) return true;
    const forSystems = this.reflector.get<boolean | undefined>(SYSTEMS, context.getHandler()) ?? false;
    if (forSystems && currentService(http.getResponse<Response>()) !== null) return true;
    throw new NotFoundException();
  }
}

/** A page of another site cannot set this header: whatever changes something needs it. */
function isOwnRequest(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || request.get('x-overstory-request') === '1';
}
