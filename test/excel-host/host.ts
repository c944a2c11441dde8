import { execute } from './engine';
import type { Fault } from './engine';
import type { WorkbookModel } from './model/workbook';
import type { HostEvent, HostNode, World } from './node';
import { Capabilities } from './requirement-sets';
import type { Feature } from './requirement-sets';
import type { Surface } from './types/surface';
import { ActionType, Flag, HostError, asRequest } from './wire';
import type { HostErrorCode, WireAction, WireResponse } from './wire';

export interface HostOptions {
  /** The ExcelApi version the host declares and keeps to. */
  readonly requirementSet?: string;
  /** Further sets by name, for example { SharedRuntime: '1.1' }. */
  readonly sets?: Readonly<Record<string, string>>;
  /** What the host lacks all the same: a feature, or a member such as 'Range.hyperlink'. */
  readonly without?: readonly (Feature | `${string}.${string}`)[];
  /** Bytes a request or a response may have; 5 MB as in Excel on the web. */
  readonly payloadLimit?: number;
}

/** One request as the host saw it. */
export interface RecordedRequest {
  readonly bytes: number;
  readonly answerBytes: number;
  readonly actions: number;
  readonly flags: number;
  /** Code of the answer, undefined where it went well. */
  readonly error: string | undefined;
  /** "Method Worksheets.Add"-like lines would need the paths; the bare actions suffice to see what was asked. */
  readonly body: readonly WireAction[];
  /** True for the request that only gives tracked objects back after a run. */
  readonly cleanUp: boolean;
}

export interface InjectedFailure {
  readonly code: HostErrorCode | (string & {});
  readonly message?: string;
  /** Actions of the request that are still carried out; none where left out. */
  readonly afterActions?: number;
}

/** A request that is not answered for now. */
interface Held {
  readonly when: 'before' | 'after';
  readonly until: Promise<void>;
}

/** What a transport hands to the client. */
export interface HostAnswer {
  readonly body: WireResponse;
  readonly text: string;
}

/** The host side of Office.js over an in-memory workbook. */
export class ExcelHost {
  readonly capabilities: Capabilities;
  readonly requests: RecordedRequest[] = [];
  /** What the add-in made of Excel's own window. */
  readonly surface: Surface = { shown: 0, buttons: new Map() };
  /** Runs before a request is carried out: here "the user" does something. The count begins with 1. */
  beforeRequest: ((count: number) => void | Promise<void>) | undefined;
  /** Milliseconds every answer waits. */
  delay = 0;
  /** Set by a transport: carries an event to the client. */
  push: ((event: HostEvent, target: string) => void) | undefined;
  private editing: Promise<void> | undefined;
  private stopEditing: (() => void) | undefined;
  private readonly failures = new Map<number, InjectedFailure>();
  private readonly held = new Map<number, Held>();
  private readonly references = new Map<string, HostNode>();
  private readonly listeners = new Set<string>();
  private readonly world: World;
  private readonly limit: number;
  private count = 0;

  constructor(
    readonly book: WorkbookModel,
    options: HostOptions = {},
  ) {
    this.capabilities = new Capabilities(options.requirementSet ?? '1.17', options.sets ?? {}, options.without ?? []);
    this.limit = options.payloadLimit ?? 5 * 1024 * 1024;
    this.world = {
      book,
      surface: this.surface,
      references: this.references,
      allows: (member) => this.capabilities.allows(member),
      emit: (event) => this.emit(event),
      listen: (type, target, on) => void (on ? this.listeners.add(`${type}@${target}`) : this.listeners.delete(`${type}@${target}`)),
    };
  }

  /** Objects that the client still tracks. */
  get trackedObjects(): number {
    return this.references.size;
  }

  /** Requests of the add-in itself, without those that only clean up. */
  get syncs(): readonly RecordedRequest[] {
    return this.requests.filter((request) => !request.cleanUp);
  }

  /** Forgets what was recorded and injected; the workbook stays. */
  reset(): void {
    this.requests.length = 0;
    this.failures.clear();
    this.held.clear();
    this.count = 0;
    this.delay = 0;
    this.beforeRequest = undefined;
    this.editMode = false;
  }

  /** Makes the nth request from now (1 is the next) fail; clean-up requests do not count. */
  failSync(nth: number, failure: InjectedFailure): void {
    this.failures.set(this.count + nth, failure);
  }

  /**
   * Leaves the nth request from now without an answer until the function that is returned is called.
   * @param when whether it is carried out at once and only the answer is held back, or carried out when it is let go
   */
  holdSync(nth: number, when: Held['when'] = 'before'): () => void {
    let letGo: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (letGo = resolve));
    this.held.set(this.count + nth, { when, until });
    return letGo;
  }

  /** While a cell is being edited Excel refuses requests, or lets them wait when they say delayForCellEdit. */
  get editMode(): boolean {
    return this.editing !== undefined;
  }

  set editMode(on: boolean) {
    if (on && !this.editing) this.editing = new Promise((resolve) => (this.stopEditing = resolve));
    else if (!on && this.editing) {
      this.editing = undefined;
      this.stopEditing?.();
    }
  }

  /** Tells the add-in what the user did, for example that a sheet was added. */
  emit(event: HostEvent): void {
    for (const target of event.targets) if (this.listeners.has(`${event.type}@${target}`)) this.push?.(event, target);
  }

  /** Carries out one request; `text` is the request body as it came, for its length in bytes. */
  async handle(text: string, flags: number): Promise<HostAnswer> {
    const bytes = Buffer.byteLength(text);
    const request = asRequest(JSON.parse(text));
    const cleanUp =
      request.Actions.length > 0 &&
      request.Actions.every((action) => action.ActionType === ActionType.instantiate || action.Name === '_RemoveReference');
    const isCleanUp = cleanUp && request.Actions.some((action) => action.Name === '_RemoveReference');
    let nth = 0;
    if (!isCleanUp) {
      nth = ++this.count;
      await this.beforeRequest?.(nth);
    }
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    if (this.editing && flags & Flag.delayForCellEdit) await this.editing;
    const held = this.held.get(nth);
    if (held?.when === 'before') await held.until;
    const failure = this.failures.get(nth);
    let body = this.refusal(bytes, isCleanUp, failure);
    if (!body) {
      const fault: Fault | undefined = failure && {
        atAction: failure.afterActions ?? 0,
        code: failure.code,
        ...(failure.message === undefined ? {} : { message: failure.message }),
      };
      body = execute(request, this.world, fault);
    }
    let answer = JSON.stringify(body);
    let answerBytes = Buffer.byteLength(answer);
    if (answerBytes > this.limit) {
      body = whole('ResponsePayloadSizeLimitExceeded');
      answer = JSON.stringify(body);
      answerBytes = Buffer.byteLength(answer);
    }
    this.requests.push({
      bytes,
      answerBytes,
      actions: request.Actions.length,
      flags,
      error: 'Error' in body ? body.Error.Code : undefined,
      body: request.Actions,
      cleanUp: isCleanUp,
    });
    if (held?.when === 'after') await held.until;
    return { body, text: answer };
  }

  private refusal(bytes: number, cleanUp: boolean, failure: InjectedFailure | undefined): WireResponse | undefined {
    if (bytes > this.limit) return whole('RequestPayloadSizeLimitExceeded');
    if (this.editing && !cleanUp) return whole('InvalidOperationInCellEditMode');
    return failure && failure.afterActions === undefined ? whole(failure.code, failure.message) : undefined;
  }
}

/** A request that is refused as a whole: nothing of it was carried out, and no statement is to blame. */
function whole(code: string, message?: string): WireResponse {
  const error = new HostError(code, '', message);
  return {
    Error: { Code: code, Message: error.message, Location: '', HttpStatusCode: 400 },
    ProcessedResults: { Results: [] },
    TraceIds: [],
  };
}
