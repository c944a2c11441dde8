import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { GroupProblem } from '../../core/form/check-entry';
import { refOf } from '../../core/form/setting-places';
import { evenly, sumOf, toWhole } from '../../core/form/share-out';
import type { FormParameter, WeightGroup } from '../../core/form/settings-form';
import type { GroupColumn } from '../../core/parameters/group-weights';
import type { ComparedWeights } from '../../core/parameters/comparisons';
import { readWeight, typed } from '../../core/parameters/setting-value';
import { Disclosure } from '../parts/disclosure';
import { Icon } from '../parts/icon';
import { severityIcon } from '../parts/status';
import { formAppWords as words } from '../form-words';
import { Comparisons } from './setting-comparisons';
import { faultIn, ParameterField, textIn, WeightField, type Typing, type WeightTyping } from './setting-fields';

/** What the mark at the name says. */
const MARKED = 'weight-without-indicators';

/** Groups from the whole downwards: the first is open, those below it fold. */
export function Weights({
  typing,
  weighting,
  groups,
  columns,
  problems,
  compared,
}: {
  readonly typing: WeightTyping;
  readonly weighting: FormParameter | undefined;
  readonly groups: readonly WeightGroup[];
  readonly columns: readonly GroupColumn[];
  readonly problems: readonly GroupProblem[];
  readonly compared: readonly ComparedWeights[];
}): JSX.Element {
  const [chosen, choose] = useState<string | undefined>(undefined);
  const known = columns.some((column) => column.groups.includes(chosen ?? ''));
  const of = known ? chosen : undefined;
  const shown = groups.filter((group) => group.of === of);
  return (
    <section class="card" aria-labelledby="setting-weights">
      <h3 id="setting-weights">{words.weights}</h3>
      <p class="quiet">{words.weightsHint}</p>
      {weighting && <ParameterField typing={typing} field={weighting} />}
      {columns.length > 0 && (
        <GroupChoice typing={typing} groups={groups} columns={columns} problems={problems} chosen={of} onChoose={choose} />
      )}
      {shown.map((group, at) => {
        // What cannot be read counts as missing: that is said at its field.
        const read = !group.weights.some((field) => faultIn(typing, field));
        const told = read ? problems.filter((one) => one.group === group) : [];
        const weighed = compared.find((one) => group.weights.some(({ id }) => holds(one, id)));
        const weights = <Group key={of ?? ''} typing={typing} group={group} problems={told} compared={weighed} />;
        if (at === 0) return weights;
        return (
          <Disclosure
            key={`${of ?? ''} ${group.title}`}
            title={group.title}
            aside={weighed ? words.comparedShort : stateOf(typing, group)}
            open={told.length > 0}
          >
            {weights}
          </Disclosure>
        );
      })}
    </section>
  );
}

/** For whom the weights are that are shown: everybody, or one group of rows. What is wrong with those that are not shown is told here. */
function GroupChoice({
  typing,
  groups,
  columns,
  problems,
  chosen,
  onChoose,
}: {
  readonly typing: WeightTyping;
  readonly groups: readonly WeightGroup[];
  readonly columns: readonly GroupColumn[];
  readonly problems: readonly GroupProblem[];
  readonly chosen: string | undefined;
  onChoose(group: string | undefined): void;
}): JSX.Element {
  const isWrong = (of: string | undefined): boolean =>
    problems.some(({ group, problem }) => group.of === of && problem.severity === 'block') ||
    groups.some((group) => group.of === of && group.weights.some((field) => faultIn(typing, field)));
  const isFilled = (of: string): boolean => groups.some((group) => group.of === of && filledIn(typing, group) > 0);
  const titleOf = (of: string): string => (isWrong(of) ? words.wrongGroup(of) : isFilled(of) ? words.filledGroup(of) : of);
  const all = [undefined, ...new Set(columns.flatMap((column) => column.groups))];
  const elsewhere = all.filter((of) => of !== chosen && isWrong(of));
  return (
    <div class="setting">
      <div class="field">
        <label for="setting-group">{words.weightsFor}</label>
        <select
          id="setting-group"
          aria-describedby="setting-group-hint"
          value={chosen ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        >
          <option value="">{words.everybody}</option>
          {columns.map(({ key, title, groups: values }) => (
            <optgroup key={key} label={title}>
              {values.map((value) => (
                <option key={value} value={value}>
                  {titleOf(value)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <p class="quiet" id="setting-group-hint">
        {words.weightsForHint}
      </p>
      {elsewhere.map((of) => (
        <p key={of ?? ''} class="field-fault">
          <Icon name="error" />
          <button type="button" class="link" onClick={() => onChoose(of)}>
            {words.wrongElsewhere(of ?? words.everybody)}
          </button>
        </p>
      ))}
    </div>
  );
}

/** Whether the group that was compared has the field. */
const holds = ({ group, weights }: ComparedWeights, id: string): boolean => {
  const { kind, key, group: of } = refOf(id);
  return of === undefined && kind === group.kind && weights.has(key);
};

const filledIn = (typing: Typing, { weights }: WeightGroup): number =>
  weights.filter((field) => textIn(typing, field).trim() !== '').length;

function stateOf(typing: Typing, group: WeightGroup): string {
  const filled = filledIn(typing, group);
  if (filled === 0) return words.unset;
  return filled === group.weights.length ? words.sum(sumIn(typing, group)) : words.counted(filled, group.weights.length);
}

/** Numbers of a group as they stand; what is none counts as nothing until it is mended. */
function numbersIn(typing: Typing, { weights }: WeightGroup): number[] {
  return weights.map((field) => {
    const read = readWeight(typed(textIn(typing, field)), field.title);
    return 'value' in read ? (read.value ?? 0) : 0;
  });
}

const sumIn = (typing: Typing, group: WeightGroup): string => sumOf(numbersIn(typing, group));

function Group({
  typing,
  group,
  problems,
  compared,
}: {
  readonly typing: WeightTyping;
  readonly group: WeightGroup;
  readonly problems: readonly GroupProblem[];
  readonly compared: ComparedWeights | undefined;
}): JSX.Element {
  const { title, weights, kind } = group;
  const filled = filledIn(typing, group);
  const comparing = group.pairs.some((field) => textIn(typing, field).trim() !== '');
  const open = weights.filter(({ locked }) => locked === undefined);
  const give = (texts: readonly string[]): void => typing.typeAll(new Map(open.map(({ id }, at) => [id, texts[at] ?? ''])));
  const scaled = toWhole(numbersIn(typing, { ...group, weights: open }));
  const whole = open.length === weights.length;
  return (
    <div class="weights" role="group" aria-label={title}>
      {weights.map((field) => (
        <WeightField
          key={field.id}
          typing={typing}
          field={field}
          badges={[...(field.idle ? [words.idle] : []), ...(field.own ? [words.own] : [])]}
        />
      ))}
      {kind !== 'old' && !comparing && (
        <p class="row sum" aria-live="polite">
          <span class="grow">{words.counted(filled, weights.length)}</span>
          <strong>{words.sum(sumIn(typing, group))}</strong>
        </p>
      )}
      {problems
        .filter(({ problem }) => problem.code !== MARKED)
        .map(({ problem: { code, severity, message, nextStep } }) => (
          <p key={code} class={severity === 'block' ? 'field-fault' : 'quiet field-note'}>
            <Icon name={severityIcon[severity]} />
            <span>
              {message}
              {nextStep}
            </span>
          </p>
        ))}
      {kind !== 'old' && whole && (
        <div class="tools">
          <button
            type="button"
            class="button small"
            disabled={typing.disabled}
            aria-label={words.evenlyOf(title)}
            onClick={() => give(evenly(open.length))}
          >
            {words.evenly}
          </button>
          <button
            type="button"
            class="button small"
            disabled={typing.disabled || scaled === undefined}
            aria-label={words.toWholeOf(title)}
            onClick={() => scaled && give(scaled)}
          >
            {words.toWhole}
          </button>
          <button
            type="button"
            class="button small"
            disabled={typing.disabled || filled === 0}
            aria-label={words.blankAllOf(title)}
            onClick={() => give([])}
          >
            {words.blankAll}
          </button>
        </div>
      )}
      {group.pairs.length > 0 && <Comparisons typing={typing} group={group} compared={compared} />}
    </div>
  );
}
