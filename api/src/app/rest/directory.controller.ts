import {
  All,
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import {
  type Attributes,
  Directory,
  directoryOfToken,
  type DirectoryToken,
  isAttributes,
  type Kind,
  operationsOf,
  questionOf,
  RESOURCE_TYPES,
  SCHEMAS,
  ScimProblem,
  searchOf,
  SERVICE_PROVIDER_CONFIG,
  SignInWays,
} from '../../access/index.js';
import { record } from '../../audit-trail/index.js';
import { currentService } from '../http/service.js';
import { Database } from '../reading/database.js';
import type { Change } from '../worker/directory.js';
import { DirectoryErrors } from './directory-errors.filter.js';
import { OpenToDirectories, RuledRoute } from './rule.guard.js';
import { WorkerLine } from './worker-line.js';

/** Where SCIM is spoken. */
const BASE = 'scim/v2';
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** What is asked of a resource or of a list, in the address or in the body of a search. */
type Asked = Attributes;

type Verb = 'set' | 'patch' | 'remove';

/** SCIM 2.0, for the directory of the organisation. It shows a token of its own; nobody who is signed in comes in here. */
@Controller(BASE)
@UseFilters(DirectoryErrors)
export class DirectoryController {
  constructor(
    private readonly database: Database,
    private readonly ways: SignInWays,
    private readonly worker: WorkerLine,
  ) {}

  @Get('ServiceProviderConfig')
  @RuledRoute('read', 'directory')
  @OpenToDirectories()
  async config(@Query() asked: Asked, @Res() response: Response): Promise<void> {
    await this.described(response, asked);
    send(response, 200, SERVICE_PROVIDER_CONFIG);
  }

  @Get('ResourceTypes')
  @RuledRoute('read', 'directory')
  @OpenToDirectories()
  async types(@Query() asked: Asked, @Res() response: Response): Promise<void> {
    await this.described(response, asked);
    send(response, 200, listOf(RESOURCE_TYPES));
  }

  @Get('ResourceTypes/:id')
  @RuledRoute('read', 'directory')
  @OpenToDirectories()
  async type(@Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.token(response);
    send(response, 200, named(RESOURCE_TYPES, id));
  }

  @Get('Schemas')
  @RuledRoute('read', 'directory')
  @OpenToDirectories()
  async schemas(@Query() asked: Asked, @Res() response: Response): Promise<void> {
    await this.described(response, asked);
    send(response, 200, listOf(SCHEMAS));
  }

  @Get('Schemas/:id')
  @RuledRoute('read', 'directory')
  @OpenToDirectories()
  async schema(@Param('id') id: string, @Res() response: Response): Promise<void> {
    await this.token(response);
    send(response, 200, named(SCHEMAS, id));
  }

  @Get(':kind')
  @RuledRoute('read', 'directory')
  @OpenToDirectories()
  async list(@Param('kind') name: string, @Query() asked: Asked, @Res() response: Response): Promise<void> {
    const { directory } = await this.open(response);
    await this.answerList(response, directory, { kind: kindOf(name), asked });
  }

  @Post(':kind/.search')
  @RuledRoute('read', 'directory')
  @OpenToDirectories()
  async search(@Param('kind') name: string, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const { directory } = await this.open(response);
    await this.answerList(response, directory, { kind: kindOf(name), asked: searchOf(body) });
  }

  @Get(':kind/:id')
  @RuledRoute('read', 'directory')
  @OpenToDirectories()
  async one(@Param() at: Place, @Query() asked: Asked, @Headers() headers: Conditions, @Res() response: Response): Promise<void> {
    const { directory } = await this.open(response);
    const resource = await directory.one(kindOf(at.kind), at.id);
    if (headers['if-none-match'] !== undefined && headers['if-none-match'] === versionOf(resource)) {
      response.status(304).end();
      return;
    }
    this.answer(response, 200, resource, { kind: kindOf(at.kind), asked });
  }

  @Post(':kind')
  @RuledRoute('write', 'directory')
  @OpenToDirectories()
  async create(
    @Param('kind') name: string,
    @Body() body: unknown,
    @Query() asked: Asked,
    @Res() response: Response,
  ): Promise<void> {
    const kind = kindOf(name);
    const { directory, token } = await this.open(response);
    const resource = await directory.create(kind, attributesOf(body));
    const id = String(resource.id);
    await this.tell(token, kind, { id, change: { kind: 'set', resource: attributesOf(body) } }).catch(async (fault: unknown) => {
      // Half a person is none: the directory sends it again.
      await directory.remove({ kind, id });
      throw fault;
    });
    this.answer(response, 201, resource, { kind, asked });
  }

  @Put(':kind/:id')
  @RuledRoute('write', 'directory')
  @OpenToDirectories()
  async replace(@Param() at: Place, @Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.change('set', at, { body, request, response });
  }

  @Patch(':kind/:id')
  @RuledRoute('write', 'directory')
  @OpenToDirectories()
  async patch(@Param() at: Place, @Body() body: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.change('patch', at, { body, request, response });
  }

  @Delete(':kind/:id')
  @RuledRoute('write', 'directory')
  @OpenToDirectories()
  async remove(@Param() at: Place, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.change('remove', at, { body: undefined, request, response });
  }

  /** What is left: doors of the standard that are not here, and ways of asking that no door has. */
  @All(':kind')
  @RuledRoute('write', 'directory')
  @OpenToDirectories()
  async other(@Param('kind') name: string, @Res() response: Response): Promise<void> {
    await this.token(response);
    kindOf(name);
    throw new ScimProblem(405, 'This is done to one resource, by its id.');
  }

  private async change(
    verb: Verb,
    at: Place,
    { body, request, response }: { readonly body: unknown; readonly request: Request; readonly response: Response },
  ): Promise<void> {
    const kind = kindOf(at.kind);
    const { directory, token } = await this.open(response);
    const place = { kind, id: at.id, version: request.get('if-match') };
    const change = changeOf(verb, body);
    const tell = (): Promise<void> => this.tell(token, kind, { id: at.id, change });
    if (change.kind === 'left') {
      // Told before it is gone: whoever is asked a second time does not know it any more.
      await directory.found(place);
      await tell();
      await directory.remove(place);
      response.status(204).end();
      return;
    }
    const resource =
      change.kind === 'set' ? await directory.replace(place, change.resource) : await directory.patch(place, change.operations);
    await tell();
    this.answer(response, 200, resource, { kind, asked: request.query });
  }

  private async tell(
    token: DirectoryToken,
    kind: Kind,
    { id, change }: { readonly id: string; readonly change: Change },
  ): Promise<void> {
    if (kind === 'Users' && token.persons !== null) await this.worker.tell({ tokenId: token.tokenId, account: id, change });
  }

  private async open(response: Response): Promise<{ directory: Directory; token: DirectoryToken }> {
    const token = await this.token(response);
    return { directory: new Directory(this.database.reader, token, this.ways.identity), token };
  }

  private async token(response: Response): Promise<DirectoryToken> {
    const service = currentService(response);
    const token = service === null ? null : await directoryOfToken(this.database.reader, service);
    if (token) return token;
    if (service !== null)
      await record(this.database.reader, { id: `token:${service}`, role: null }, { action: 'access.denied', subject: BASE });
    throw new ScimProblem(401, 'This needs the token of a directory.');
  }

  /** What is told of the server itself is told whole: nobody shall take it for the answer to a filter. */
  private async described(response: Response, { filter }: Asked): Promise<void> {
    await this.token(response);
    if (filter !== undefined) throw new ScimProblem(403, 'This list has no filter.');
  }

  private async answerList(
    response: Response,
    directory: Directory,
    { kind, asked }: { readonly kind: Kind; readonly asked: Asked },
  ): Promise<void> {
    const { resources, totalResults, startIndex } = await directory.list(kind, questionOf(asked));
    const shown = resources.map((one) => projected(this.placed(one, kind), asked));
    send(response, 200, { ...listOf(shown), totalResults, startIndex });
  }

  private answer(
    response: Response,
    status: number,
    resource: Attributes,
    { kind, asked }: { readonly kind: Kind; readonly asked: Asked },
  ): void {
    const placed = this.placed(resource, kind);
    const { location } = placed.meta as { location: string };
    response.set({ etag: versionOf(resource), ...(status === 201 ? { location } : { 'content-location': location }) });
    send(response, status, projected(placed, asked));
  }

  /** The resource, and where it is found; without an address in the settings, from here. */
  private placed(resource: Attributes, kind: Kind): Attributes {
    const location = `${this.ways.identity?.address ?? ''}/${BASE}/${kind}/${String(resource.id)}`;
    return { ...resource, meta: { ...(resource.meta as Attributes), location } };
  }
}

interface Place {
  readonly kind: string;
  readonly id: string;
}

type Conditions = Readonly<Record<string, string | undefined>>;

function changeOf(verb: Verb, body: unknown): Change {
  if (verb === 'remove') return { kind: 'left' };
  return verb === 'set' ? { kind: 'set', resource: attributesOf(body) } : { kind: 'patch', operations: operationsOf(body) };
}

/** Doors of RFC 7644 that a directory does not need here: its token is nobody who could be asked about as `Me`. */
const NOT_HERE = ['Me', 'Bulk', '.search'];

function kindOf(name: string): Kind {
  if (name === 'Users' || name === 'Groups') return name;
  if (NOT_HERE.includes(name)) throw new ScimProblem(501, 'This is not done here: see ServiceProviderConfig.');
  throw new ScimProblem(404, 'There is no such resource.');
}

function attributesOf(body: unknown): Attributes {
  if (isAttributes(body) && Array.isArray(body.schemas)) return body;
  throw new ScimProblem(400, 'A resource is an object with its schemas.', 'invalidSyntax');
}

const versionOf = ({ meta }: Attributes): string => String((meta as { version: string }).version);

/** What is asked for of a resource; `schemas` and `id` always come. */
function projected(resource: Attributes, { attributes, excludedAttributes }: Asked): Attributes {
  const only = namesIn(attributes);
  const without = namesIn(excludedAttributes);
  return Object.fromEntries(
    Object.entries(resource).filter(([name]) => {
      const key = name.toLowerCase();
      if (key === 'id' || key === 'schemas') return true;
      return only ? only.includes(key) : !(without?.includes(key) ?? false);
    }),
  );
}

const namesIn = (said: unknown): string[] | null =>
  typeof said === 'string' || Array.isArray(said)
    ? String(said)
        .split(',')
        .map((name) =>
          (
            name
              .trim()
              .split(/[.:]/)
              .at(name.includes(':') ? -1 : 0) ?? ''
          ).toLowerCase(),
        )
    : null;

const listOf = (resources: readonly Attributes[]): Attributes => ({
  schemas: [LIST],
  totalResults: resources.length,
  startIndex: 1,
  itemsPerPage: resources.length,
  Resources: resources,
});

function named(all: readonly Attributes[], id: string): Attributes {
  const found = all.find((one) => String(one.id).toLowerCase() === id.toLowerCase());
  if (found) return found;
  throw new ScimProblem(404, 'There is no such resource.');
}

function send(response: Response, status: number, body: Attributes): void {
  response.status(status).type('application/scim+json').send(JSON.stringify(body));
}
