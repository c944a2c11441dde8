import type { Decision } from '../core/decision';
import { own } from '../core/own';
import type { Mapping } from '../core/pack/table-specs';
import type { Pack } from '../core/pack/schema';
import type { Question } from './engine';
import type { OwnPack } from './own-pack-state';
import { localDate } from './local-date';
import type { Choices } from './remembered';
import type { SessionStore } from './session-store';

/** What the workbook is assessed by, as far as it is chosen. */
export class Chosen {
  constructor(
    private readonly store: SessionStore,
    readonly builtIn: readonly Pack[],
    private readonly now: () => Date,
  ) {}

  get packs(): readonly Pack[] {
    return [...this.builtIn, ...this.store.state.own.packs.map(({ pack }) => pack)];
  }

  /** The pack as the person loaded it; undefined where it came with the product. */
  ownOf(id: string | undefined): OwnPack | undefined {
    return this.store.state.own.packs.find((one) => one.id === id);
  }

  packOf(id: string | undefined): Pack | undefined {
    return this.packs.find(({ pack }) => pack === id);
  }

  get pack(): Pack | undefined {
    return this.packOf(this.choices.pack);
  }

  /** What tells the chosen pack from others of its id: of a person's own there may be several texts of one version. */
  get version(): string | undefined {
    const { pack } = this;
    const own = this.ownOf(pack?.pack);
    return own ? `${own.pack.version}+${own.mark}` : pack?.version;
  }

  /** Columns of the chosen pack that were mapped by hand. */
  get mapping(): Mapping {
    return own(this.choices.mappings, this.choices.pack ?? '') ?? {};
  }

  /** Proposals of the chosen pack that were accepted. */
  get decisions(): readonly Decision[] {
    return own(this.choices.decisions, this.choices.pack ?? '') ?? [];
  }

  /** Date of assessment, YYYY-MM-DD: the person's, else the one that the workbook states, else today's. */
  get asOf(): string {
    return this.choices.asOf ?? this.store.state.examined?.statedDay ?? localDate(this.now());
  }

  /** What the engine is asked; undefined without a pack. @param asOf YYYY-MM-DD; the person's choice where left out */
  question(asOf = this.choices.asOf): Question | undefined {
    const { pack, sheet, year, sheetChoices } = this.choices;
    if (pack === undefined) return undefined;
    const now = this.now();
    const { mapping, decisions } = this;
    const day = { asOf: asOf ?? localDate(now), asOfIsToday: asOf === undefined, at: now.toISOString() };
    return { pack, ...day, sheet, year, mapping, decisions, sheetChoices };
  }

  /** All mappings, with one column of the chosen pack mapped otherwise. @param header undefined leaves the column to the reader */
  mapped({ pack }: Pack, table: string, column: string, header: string | undefined): Choices['mappings'] {
    const others = Object.entries(own(this.mapping, table) ?? {}).filter(([key]) => key !== column);
    const columns = Object.fromEntries(header === undefined ? others : [...others, [column, header]]);
    return { ...this.choices.mappings, [pack]: { ...this.mapping, [table]: columns } };
  }

  /** All decisions, with some of the chosen pack replaced by others. @param gone only what they are about counts */
  decided({ pack }: Pack, gone: readonly Decision[], added: readonly Decision[]): Choices['decisions'] {
    const about = ({ kind, sheet, cell }: Decision): string => `${kind}\n${cell}\n${sheet}`;
    const settled = new Set(gone.map(about));
    const others = this.decisions.filter((one) => !settled.has(about(one)));
    return { ...this.choices.decisions, [pack]: [...others, ...new Map(added.map((one) => [about(one), one])).values()] };
  }

  private get choices(): Choices {
    return this.store.state.choices;
  }
}
