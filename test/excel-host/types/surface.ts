import type { TypeSpec } from '../node';
import { HostNode } from '../node';

/** What of Excel's own window an add-in changes. */
export interface Surface {
  /** How often the pane was brought up. */
  shown: number;
  /** The ribbon's buttons whose state was set, by their id. */
  readonly buttons: Map<string, boolean>;
}

interface Button {
  readonly surface: Surface;
  readonly id: string;
}

/** Behind Office.addin. */
export const appRuntimeType: TypeSpec<Surface> = {
  name: 'AppRuntimeService',
  call: {
    SetAppRuntimeState: (surface, args) => {
      if (args.text(0) === 'Visible') surface.shown++;
      return null;
    },
  },
};

const buttonType: TypeSpec<Button> = {
  name: 'RibbonButton',
  write: { Enabled: ({ surface, id }, value) => void surface.buttons.set(id, value === true) },
};

/** Behind Office.ribbon. */
export const ribbonType: TypeSpec<Surface> = {
  name: 'DynamicRibbon',
  call: {
    GetTab: (surface, args) => HostNode.of(tabType, { surface, id: args.text(0) }),
    GetButton: (surface, args) => HostNode.of(buttonType, { surface, id: args.text(0) }),
  },
};

const tabType: TypeSpec<Button> = { name: 'RibbonTab' };
