import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { checkWeights } from '../../core/form/check-entry';
import { fieldsOf } from '../../core/form/fields';
import type { SettingsForm } from '../../core/form/settings-form';
import { WEIGHTS_GROUND } from '../../core/parameters/weights-ground';
import { parameterSheet } from '../../core/words/parameters';
import { CellLink } from '../parts/cell-link';
import { Icon } from '../parts/icon';
import { Progress } from '../parts/progress';
import { SubPage } from '../parts/sub-page';
import { formAppWords as words } from '../form-words';
import type { Session } from '../session';
import type { SessionState } from '../state';
import { faultIn, ParameterField, textIn, type WeightTyping } from './setting-fields';
import { Weights } from './setting-weights';

/** Parameters and weights as a form over the sheet 权重与参数. What the sheet says counts; the form shows it and writes to it. */
export function SettingsView({ session, state }: { readonly session: Session; readonly state: SessionState }): JSX.Element {
  const { entering } = session;
  const { form, draft } = state.settings;
  useEffect(() => void entering.load(), [state.examined]);
  const shown = form?.pack === session.pack?.pack ? form : undefined;
  const typing: WeightTyping = {
    draft,
    disabled: state.work !== undefined || shown?.locked !== undefined,
    type: (id, text) => entering.type(new Map([[id, text]])),
    typeAll: (texts) => entering.type(texts),
  };
  return (
    <SubPage title={words.heading} onBack={() => session.show('pack')}>
      {shown ? <Form session={session} state={state} form={shown} typing={typing} /> : <p class="quiet">{words.loading}</p>}
    </SubPage>
  );
}

const GROUND: readonly string[] = Object.values(WEIGHTS_GROUND).map((key) => `parameter:${key}`);

function Form({
  session,
  state,
  form,
  typing,
}: {
  readonly session: Session;
  readonly state: SessionState;
  readonly form: SettingsForm;
  readonly typing: WeightTyping;
}): JSX.Element {
  const ground = form.parameters.filter(({ id }) => GROUND.includes(id));
  const others = form.parameters.filter(({ id }) => !GROUND.includes(id));
  const { problems, compared } = checkWeights(form, (field) => textIn(typing, field));
  const faults = fieldsOf(form).filter((field) => typing.draft.has(field.id) && faultIn(typing, field)).length;
  return (
    <>
      <p class="quiet">{form.exists ? words.intro : `${words.intro}${words.newSheet}`}</p>
      {form.locked && (
        <div class="notice notice-error">
          <Icon name="error" />
          <div class="grow">
            <p>{form.locked.message}</p>
            <p class="next">{form.locked.nextStep}</p>
          </div>
        </div>
      )}
      <OtherProblems session={session} form={form} />
      {form.groups.length > 0 && (
        <Weights
          typing={typing}
          weighting={form.weighting}
          groups={form.groups}
          columns={form.groupColumns}
          problems={problems}
          compared={compared}
        />
      )}
      {form.groups.length > 0 && ground.length > 0 && (
        <section class="card" aria-labelledby="setting-ground">
          <h3 id="setting-ground">{words.ground}</h3>
          <p class="quiet">{words.groundHint}</p>
          {ground.map((field) => (
            <ParameterField key={field.id} typing={typing} field={field} />
          ))}
        </section>
      )}
      <section class="card" aria-labelledby="setting-parameters">
        <h3 id="setting-parameters">{words.parameters}</h3>
        <p class="quiet">{words.parametersHint}</p>
        {others.map((field) => (
          <ParameterField key={field.id} typing={typing} field={field} />
        ))}
      </section>
      <WriteBar session={session} state={state} faults={faults} locked={form.locked !== undefined} />
    </>
  );
}

/** What is wrong on the sheet and stands at no field. */
function OtherProblems({ session, form }: { readonly session: Session; readonly form: SettingsForm }): JSX.Element | null {
  if (form.problems.length === 0) return null;
  return (
    <section class="card" aria-labelledby="setting-problems">
      <h3 id="setting-problems">{words.otherProblems}</h3>
      <ul class="plain">
        {form.problems.map(({ message, nextStep, sheet, cell }) => (
          <li key={`${cell ?? ''}${message}`}>
            <p>{message}</p>
            <p class="quiet">{nextStep}</p>
            {sheet !== undefined && cell !== undefined && <CellLink session={session} sheet={sheet} cell={cell} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Stays in view at the end of the form: what waits to be written, and the steps back. */
function WriteBar({
  session,
  state,
  faults,
  locked,
}: {
  readonly session: Session;
  readonly state: SessionState;
  readonly faults: number;
  readonly locked: boolean;
}): JSX.Element {
  const { entering } = session;
  const { draft, entered, form } = state.settings;
  if (state.work && !state.work.unasked) {
    return (
      <div class="write-bar">
        <Progress session={session} work={state.work} />
      </div>
    );
  }
  const idle = draft.size === 0 || locked;
  const write = (): void => {
    if (idle) return;
    if (faults === 0) return void entering.write();
    document.querySelector<HTMLElement>('.setting [aria-invalid]')?.focus();
  };
  return (
    <div class="write-bar">
      <p class="row" role="status">
        <span class={faults > 0 ? 'grow field-fault' : 'grow quiet'}>
          {faults > 0 ? words.faults(faults) : draft.size > 0 ? words.changedCount(draft.size) : words.none}
        </span>
        {form?.exists && <CellLinkToSheet session={session} />}
      </p>
      <div class="actions">
        <button type="button" class="button primary" aria-disabled={idle} onClick={write}>
          {words.write}
        </button>
        {draft.size > 0 ? (
          <button type="button" class="button" onClick={() => entering.discard()}>
            {words.discard}
          </button>
        ) : (
          entered.length > 0 && (
            <button type="button" class="button" onClick={() => void entering.takeBack()}>
              {entered.length > 1 ? words.undoMore(entered.length) : words.undo}
            </button>
          )
        )}
      </div>
    </div>
  );
}

function CellLinkToSheet({ session }: { readonly session: Session }): JSX.Element {
  return (
    <button type="button" class="link" onClick={() => void session.goTo(parameterSheet.name, 'A1')}>
      {words.goToSheet}
    </button>
  );
}
