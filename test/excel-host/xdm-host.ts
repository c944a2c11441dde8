import type { ExcelHost } from './host';
import type { HostEvent } from './node';
import { isRecord } from './wire';

/** What the pane is told of its surroundings when it starts. */
export interface PaneContext {
  readonly locale: string;
  readonly documentUrl: string;
}

/** A message of the cross-document protocol between office.js in the pane and the page around it. */
interface XdmMessage {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType?: number;
  readonly _data?: unknown;
}

const action = { invoke: 0, registerEvent: 1 } as const;
const dispatch = { saveSettings: 76, richApi: 93, commandCompleted: 94, messageParent: 144, messageChild: 145 } as const;
/** Error number that the client turns into RequestPayloadSizeLimitExceeded. */
const payloadTooLarge = 5103;
const notImplemented = 5001;

/** The page around the pane, as far as the protocol goes; it lives in node and is handed the messages. */
export class XdmHost {
  /** Action names in the order in which the pane asked, for tests of the start. */
  readonly asked: string[] = [];
  /** Ribbon commands that the pane said it has completed, by their id. */
  readonly completed: string[] = [];
  /** Addresses of the windows that the pane asked for. */
  readonly windows: string[] = [];
  /** What the pane sent to its window; what a page that is such a window sent to the pane. */
  readonly toWindow: string[] = [];
  readonly toPane: string[] = [];
  /** Office.context.document.settings as saved, values as JSON texts. */
  readonly documentSettings = new Map<string, string>();
  private readonly eventConversations = new Map<string, XdmMessage>();
  private commands = 0;

  constructor(
    private readonly host: ExcelHost,
    private readonly context: PaneContext,
    private readonly post: (message: string) => void,
  ) {
    host.push = (event, target) => this.pushEvent(event, target);
  }

  async receive(text: string): Promise<void> {
    const message = parse(text);
    if (!message || message._messageType !== 0) return;
    this.asked.push(message._actionName);
    if (message._actionType === action.registerEvent) {
      this.eventConversations.set(message._actionName, message);
      if (message._actionName === 'dialogMessageReceived') this.windows.push(addressOf(message._data));
      this.reply(message, { Error: 0 });
      return;
    }
    if (message._actionType !== action.invoke) {
      this.eventConversations.delete(message._actionName);
      this.reply(message, { Error: 0 });
      return;
    }
    this.reply(message, await this.invoke(message));
  }

  /** Presses a ribbon button that runs a function of the add-in. */
  clickRibbon(functionName: string, controlId = 'Button'): string {
    const id = `command-${++this.commands}`;
    if (!this.eventConversations.has('appCommandInvoked')) throw new Error('the pane does not listen to ribbon commands yet');
    this.event('appCommandInvoked', [id, functionName, JSON.stringify({ source: { id: controlId } })]);
    return id;
  }

  /** The window that the pane asked for says something. */
  windowSays(text: string): void {
    this.event('dialogMessageReceived', { messageType: 0, messageContent: text, messageOrigin: '' });
  }

  /** The pane says something to this page, which is its window. */
  paneSays(text: string): void {
    this.event('dialogParentMessageReceived', { messageType: 0, messageContent: text, messageOrigin: '' });
  }

  get listensToCommands(): boolean {
    return this.eventConversations.has('appCommandInvoked');
  }

  private async invoke(message: XdmMessage): Promise<unknown> {
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') return this.appContext();
    if (message._actionName !== 'executeMethod') return { Error: 0 };
    const data = message._data;
    const method = isRecord(data) && isRecord(data['DdaMethod']) ? data['DdaMethod']['DispatchId'] : undefined;
    const array = isRecord(data) && Array.isArray(data['ArrayData']) ? (data['ArrayData'] as unknown[]) : [];
    switch (method) {
      case dispatch.richApi: {
        const answer = await this.host.handle(String(array[4]), Number(array[6]));
        if ('Error' in answer.body && answer.body.Error.Code === 'RequestPayloadSizeLimitExceeded')
          return { Error: payloadTooLarge, Version: 1 };
        return { Error: 0, Version: 1, Data: [200, [], answer.text] };
      }
      case dispatch.saveSettings:
        this.saveSettings(data);
        return { Error: 0, Version: 1 };
      case dispatch.commandCompleted:
        this.completed.push(isRecord(data) ? String(data['0']) : '');
        return { Error: 0, Version: 1 };
      case dispatch.messageChild:
        this.toWindow.push(isRecord(data) ? String(data['messageContent']) : '');
        return { Error: 0, Version: 1 };
      case dispatch.messageParent:
        this.toPane.push(isRecord(data) ? String(data['messageToParent']) : '');
        return { Error: 0, Version: 1 };
      default:
        return { Error: notImplemented, Version: 1 };
    }
  }

  private saveSettings(data: unknown): void {
    const request = isRecord(data) ? data['DdaSettingsMethod'] : undefined;
    const entries: readonly unknown[] = isRecord(request) && Array.isArray(request['Properties']) ? request['Properties'] : [];
    this.documentSettings.clear();
    for (const entry of entries) if (Array.isArray(entry)) this.documentSettings.set(String(entry[0]), String(entry[1]));
  }

  private appContext(): Record<string, unknown> {
    return {
      _id: 'pane-1',
      _appName: 16,
      _appVersion: '16.00',
      _appUILocale: this.context.locale,
      _dataLocale: this.context.locale,
      _docUrl: this.context.documentUrl,
      _clientMode: 1,
      _settings: [...this.documentSettings],
      _reason: 'inserted',
      _osfControlType: 1,
      _correlationId: 'test',
      _touchEnabled: false,
      _hostFullVersion: '16.0.0.0',
      _requirementMatrix: this.host.capabilities.matrix,
    };
  }

  private pushEvent(event: HostEvent, target: string): void {
    if (this.eventConversations.has('richApiMessage'))
      this.event('richApiMessage', { ArrayData: [[65536, event.type, target, JSON.stringify(event.message), '', false]] });
  }

  private event(name: string, data: unknown): void {
    const registered = this.eventConversations.get(name);
    if (registered) this.reply(registered, data, 1);
  }

  private reply(to: XdmMessage, data: unknown, responseType = 0): void {
    const { _actionName, _conversationId, _correlationId } = to;
    this.post(
      JSON.stringify({
        _messageType: 1,
        _actionName,
        _conversationId,
        _correlationId,
        _origin: '',
        _errorCode: 0,
        _responseType: responseType,
        _data: data,
        _serializerVersion: 1,
      }),
    );
  }
}

/** Of the window that an event's registration asks for. */
function addressOf(data: unknown): string {
  const asked: unknown = isRecord(data) ? JSON.parse(String(data['targetId'])) : undefined;
  return isRecord(asked) ? String(asked['url']) : '';
}

function parse(text: string): XdmMessage | undefined {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRecord(message) && typeof message['_actionName'] === 'string' ? (message as unknown as XdmMessage) : undefined;
}
