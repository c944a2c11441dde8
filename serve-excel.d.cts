import type { Configuration } from 'webpack';

interface Surroundings {
  certificate?(): Promise<unknown>;
  say?(text: string): void;
  end?(code: number): undefined;
}

export declare function served(
  pane: Configuration,
  around?: Surroundings,
): Promise<(Configuration & { readonly devServer: { readonly port: number; onListening(): void } }) | undefined>;
