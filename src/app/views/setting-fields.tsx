import type { JSX } from 'preact';
import { checkEntry } from '../../core/form/check-entry';
import type { FormField, FormParameter } from '../../core/form/settings-form';
import { choicesOf } from '../../core/parameters/setting-value';
import type { Words } from '../../core/refusal';
import { Disclosure } from '../parts/disclosure';
import { Icon } from '../parts/icon';
import { formAppWords as words } from '../form-words';

/** What fields hold while somebody types. */
export interface Typing {
  readonly draft: ReadonlyMap<string, string>;
  readonly disabled: boolean;
  type(id: string, text: string): void;
}

/** Several fields at once. */
export interface WeightTyping extends Typing {
  typeAll(texts: ReadonlyMap<string, string>): void;
}

export const textIn = ({ draft }: Typing, { id, text }: FormField): string => draft.get(id) ?? text;

/** What is wrong with what a field holds; of what was not typed the sheet's reader has spoken. */
export function faultIn({ draft }: Typing, field: FormField | FormParameter): Words | undefined {
  const text = draft.get(field.id);
  if (text === undefined) return field.problem;
  const read = checkEntry(field, text);
  return 'refused' in read ? read.refused : undefined;
}

/** An id that may stand in an attribute which lists several. */
const htmlId = (id: string): string => `setting-${id.replaceAll(/[^\p{L}\p{N}_-]/gu, '-')}`;

interface FieldProps<F extends FormField> {
  readonly typing: Typing;
  readonly field: F;
}

/** Words below a control that belong to it. */
function Below({
  id,
  fault,
  locked,
  formula,
}: { readonly id: string; readonly fault: Words | undefined } & Pick<FormField, 'locked' | 'formula'>): JSX.Element {
  return (
    <>
      {locked !== undefined && (
        <p class="quiet" id={`${id}-locked`}>
          {locked}
        </p>
      )}
      {formula && (
        <p class="quiet" id={`${id}-formula`}>
          {words.formula}
        </p>
      )}
      {fault && (
        <p class="field-fault" id={`${id}-fault`}>
          <Icon name="error" />
          <span>
            {fault.message}
            {fault.nextStep}
          </span>
        </p>
      )}
    </>
  );
}

const describedBy = (
  id: string,
  fault: Words | undefined,
  { locked, formula }: FormField,
  more: readonly string[] = [],
): string | undefined => {
  const ids = [...more, ...(locked === undefined ? [] : ['locked']), ...(formula ? ['formula'] : []), ...(fault ? ['fault'] : [])];
  return ids.length === 0 ? undefined : ids.map((one) => `${id}-${one}`).join(' ');
};

/** A parameter with its control, what it is for, and why it is asked. @param label in place of its title, where its group says the rest */
export function ParameterField({ typing, field, label }: FieldProps<FormParameter> & { readonly label?: string | undefined }): JSX.Element {
  const { parameter, clauses, decided, turnsOn, title } = field;
  const id = htmlId(field.id);
  const fault = faultIn(typing, field);
  const text = textIn(typing, field);
  const notes = [parameter.unset, parameter.note].filter((one) => one !== undefined);
  const choices = choicesOf(parameter);
  const standing = {
    id,
    disabled: typing.disabled || field.locked !== undefined,
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': describedBy(id, fault, field, notes.length > 0 ? ['note'] : []),
  };
  const unit = parameter.unit ?? '';
  return (
    <div class="setting">
      <div class="field">
        <label for={id}>{unit === '' ? (label ?? title) : words.inUnit(label ?? title, unit)}</label>
        {choices.length > 0 ? (
          <select {...standing} value={text} onChange={(event) => typing.type(field.id, event.currentTarget.value)}>
            <option value="">{parameter.default === undefined ? words.unset : words.defaultOption(String(parameter.default))}</option>
            {[...new Set([...choices, ...(text === '' ? [] : [text])])].map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...standing}
            type={parameter.kind === 'date' ? 'date' : 'text'}
            inputMode={parameter.kind === 'text' || parameter.kind === 'date' ? undefined : 'decimal'}
            placeholder={parameter.default === undefined ? undefined : words.defaultIs(String(parameter.default))}
            value={text}
            onInput={(event) => typing.type(field.id, event.currentTarget.value)}
          />
        )}
      </div>
      {notes.length > 0 && (
        <p class="quiet" id={`${id}-note`}>
          {notes.join('；')}
          {parameter.kind === 'date' && parameter.default !== undefined && `（${words.defaultIs(String(parameter.default))}）`}
        </p>
      )}
      <Below id={id} fault={fault} locked={field.locked} formula={field.formula} />
      {clauses.length + decided.length + turnsOn.length > 0 && (
        <Disclosure title={<span class="quiet">{words.why}</span>}>
          <Lines title={words.clauses} lines={clauses} />
          <Lines title={words.decided} lines={decided} />
          <Lines title={words.turnsOn} lines={turnsOn} />
        </Disclosure>
      )}
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <>
      <p class="quiet strong">{title}</p>
      <ul class="plain quiet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** A weight in a line: name, marks, number. */
export function WeightField({ typing, field, badges }: FieldProps<FormField> & { readonly badges: readonly string[] }): JSX.Element {
  const id = htmlId(field.id);
  const fault = faultIn(typing, field);
  return (
    <div class="setting">
      <div class="row">
        <label class="grow" for={id}>
          {field.title}
          {badges.map((badge) => (
            <span key={badge} class="badge tone-neutral">
              {badge}
            </span>
          ))}
        </label>
        <input
          id={id}
          class="weight"
          type="text"
          inputMode="decimal"
          value={textIn(typing, field)}
          disabled={typing.disabled || field.locked !== undefined}
          aria-invalid={fault ? true : undefined}
          aria-describedby={describedBy(id, fault, field)}
          onInput={(event) => typing.type(field.id, event.currentTarget.value)}
        />
      </div>
      <Below id={id} fault={fault} locked={field.locked} formula={field.formula} />
    </div>
  );
}
