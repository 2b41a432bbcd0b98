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

const PROVIDERS = 'overstory:providers';

/**
 * Lets pass without a header of ours what the identity provider sends by itself: it proves by its own signature whose it is, at
 * which the route looks. A cookie that comes with it counts for nothing.
 */
export const OpenToProviders = (): MethodDecorator => SetMetadata(PROVIDERS, true);

/** Lets nobody pass whom the policy does not name; a route without a rule lets nobody pass at all. */
@Injectable()
export class RuleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() === 'graphql') return true;
    const http = context.switchToHttp();
    const viewer = currentViewer(http.getResponse<Response>());
    const isService = currentService(http.getResponse<Response>()) !== null;
    const permission = this.reflector.get<Permission | undefined>(RULE, context.getHandler());
    if (this.isMarked(context, DIRECTORIES)) return isService && permission !== undefined;
    if (!this.isMarked(context, PROVIDERS) && !isOwnRequest(http.getRequest<Request>())) throw new NotFoundException();
    if (permission && may(viewer, permission.verb, permission.resource)) return true;
    if (this.isMarked(context, SYSTEMS) && isService) return true;
    throw new NotFoundException();
  }

  private isMarked(context: ExecutionContext, mark: string): boolean {
    return this.reflector.get<boolean | undefined>(mark, context.getHandler()) ?? false;
  }
}

/** A page of another site cannot set this header: whatever changes something needs it. */
function isOwnRequest(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || request.get('x-overstory-request') === '1';
}
