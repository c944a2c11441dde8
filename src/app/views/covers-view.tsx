import type { JSX } from 'preact';
import { spokenPlace } from '../../core/pack/clause-place';
import { titleOf } from '../../core/pack/references';
import type { Pack } from '../../core/pack/schema';
import { Disclosure } from '../parts/disclosure';
import { Parts } from '../parts/parts';
import { SubPage } from '../parts/sub-page';
import type { Session } from '../session';
import { appWords as words } from '../words';
import { packFacts } from './pack-facts';

/** What a pack covers: everything that it computes, with the clauses' own words, and what it leaves to people. */
export function CoversView({ session, pack }: { readonly session: Session; readonly pack: Pack }): JSX.Element {
  const word = words.covers;
  const dimensions = Object.entries(pack.dimensions);
  const parameters = Object.values(pack.parameters);
  const decisions = Object.entries(pack.decided);
  return (
    <SubPage title={word.heading} onBack={() => session.show('pack')}>
      <h3>{pack.title}</h3>
      <Parts of={[...packFacts(pack), word.id(pack.pack, pack.version)]} />
      {pack.jurisdiction.inferred !== undefined && <p>{pack.jurisdiction.inferred}</p>}
      <Disclosure title={word.dimensions} aside={word.items(dimensions.length)}>
        <ul class="plain">
          {dimensions.map(([id, dimension]) => (
            <li key={id}>
              <p class="strong">{dimension.title}</p>
              <p class="quiet">{indicatorsOf(pack, id)}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure title={word.rankings} aside={word.items(Object.keys(pack.rankings).length)}>
        <ul class="plain">
          {Object.entries(pack.rankings).map(([id, ranking]) => (
            <li key={id}>
              <p class="strong">{ranking.title}</p>
              <Quotes pack={pack} clauses={ranking.clause ?? []} />
            </li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure title={word.rules} aside={word.items(Object.keys(pack.rules).length)}>
        <ul class="plain">
          {Object.entries(pack.rules).map(([id, rule]) => (
            <li key={id}>
              <p class="strong">{rule.title}</p>
              {rule.consequence !== undefined && <p>{word.consequence(rule.consequence)}</p>}
              <Quotes pack={pack} clauses={rule.clause} />
            </li>
          ))}
        </ul>
      </Disclosure>
      {parameters.length > 0 && (
        <Disclosure title={word.parameters} aside={word.items(parameters.length)}>
          <p class="quiet">{word.parametersHint}</p>
          <ul class="plain">
            {parameters.map(({ title, unit, default: given, unset, note }) => (
              <li key={title}>
                <p class="strong">{title}</p>
                <p class="quiet">
                  {words.joined([
                    given === undefined ? (unset ?? word.unset) : word.default(`${given}${unit ?? ''}`),
                    ...(note === undefined ? [] : [note]),
                  ])}
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {decisions.length > 0 && (
        <Disclosure title={word.decided} aside={word.items(decisions.length)}>
          <p class="quiet">{word.decidedHint}</p>
          <ul class="plain">
            {decisions.map(([id, { what, why }]) => (
              <li key={id}>
                <p>{what}</p>
                <p class="quiet">{why}</p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {pack.covers.length > 0 && (
        <Disclosure title={word.declined}>
          <ul class="plain">
            {pack.covers.map(({ how, ids, why }, at) => (
              <li key={at}>
                <p class="strong">{words.joined([word.how[how], word.items(ids.length)])}</p>
                {why !== undefined && <p class="quiet">{why}</p>}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </SubPage>
  );
}

function indicatorsOf(pack: Pack, dimension: string): string {
  const own = Object.entries(pack.indicators).filter(([, indicator]) => indicator.dimension === dimension);
  if (own.length === 0) return words.covers.noIndicators;
  return words.listed(
    own.map(([id, { title, measure, basis }]) => {
      const name = title ?? titleOf(pack, typeof measure === 'string' ? measure : id);
      return basis === 'suggested' ? `${name}（${words.covers.suggested}）` : name;
    }),
  );
}

function Quotes({ pack, clauses }: { readonly pack: Pack; readonly clauses: readonly string[] }): JSX.Element {
  return (
    <>
      {clauses.map((clause) => (
        <blockquote key={clause}>{words.covers.quote(spokenPlace(clause), pack.clauses[clause] ?? '')}</blockquote>
      ))}
    </>
  );
}
