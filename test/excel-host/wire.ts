/** The JSON of Office.js's wire protocol, as observed between Microsoft's client and a host. */

export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;
export const PathType = { global: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;
/** Bits of the flags that travel beside a request. */
export const Flag = { write: 1, readOnlyHint: 4, undoable: 16, delayForCellEdit: 64 } as const;

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Same shape as Arguments: 0 is a literal, another number the object path that stands for the argument. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface WireRequest {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

export interface WireResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface WireFailure {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  /** Left out where the request as a whole was refused. */
  readonly ActionIndex?: number;
  readonly HttpStatusCode: number;
}

export type WireResponse =
  | { readonly Results: readonly WireResult[]; readonly TraceIds: readonly number[] }
  | {
      readonly Error: WireFailure;
      readonly ProcessedResults: { readonly Results: readonly WireResult[] };
      readonly TraceIds: readonly number[];
    };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function asRequest(value: unknown): WireRequest {
  if (!isRecord(value) || !Array.isArray(value['Actions']) || !isRecord(value['ObjectPaths'])) {
    throw new TypeError('not a request body: ' + JSON.stringify(value).slice(0, 200));
  }
  return value as unknown as WireRequest;
}

/** The error codes of Excel.ErrorCodes that this host answers with, and a message in Excel's manner. */
const messages = {
  AccessDenied: 'You cannot perform the requested operation.',
  ApiNotFound: 'The API you are trying to use could not be found. It may be available in a newer version of Excel.',
  GeneralException: 'There was an internal error while processing the request.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  InvalidSelection: 'The current selection is invalid for this operation.',
  ItemAlreadyExists: 'A resource with the same name or identifier already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  NotImplemented: "The requested feature isn't implemented.",
  RangeExceedsLimit: 'The cell count in the range has exceeded the maximum number of supported cells.',
  RequestAborted: 'The request was aborted during run time.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
  UnsupportedOperation: "The operation being attempted isn't supported.",
} as const;

export type HostErrorCode = keyof typeof messages;

/** A refusal that travels to the client as an error of the wire protocol. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    /** What was attempted, in the client's words: "Range.values". Filled in by the engine where left out. */
    readonly location = '',
    message?: string,
  ) {
    super(message ?? (messages as Readonly<Record<string, string>>)[code] ?? code);
  }
}

export function refuse(code: HostErrorCode, location?: string): never {
  throw new HostError(code, location);
}
