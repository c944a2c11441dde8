import type { offeredPacks } from '.';

/**
 * The packs that come with the product, one file each beside the program that asks for them: a page of Excel fetches them while Office
 * gets ready. The same list as {@link offeredPacks}, which holds all of them.
 */
export const fetchPacks = async (): Promise<typeof offeredPacks> =>
  Promise.all(
    Object.entries({
      'national-2014.yaml': import(/* webpackChunkName: "packs/national-2014" */ './national-2014.yaml'),
      'shaanxi-2015.yaml': import(/* webpackChunkName: "packs/shaanxi-2015" */ './shaanxi-2015.yaml'),
      'jilin-2016.yaml': import(/* webpackChunkName: "packs/jilin-2016" */ './jilin-2016.yaml'),
      'shandong-2016.yaml': import(/* webpackChunkName: "packs/shandong-2016" */ './shandong-2016.yaml'),
      'guangdong-2016.yaml': import(/* webpackChunkName: "packs/guangdong-2016" */ './guangdong-2016.yaml'),
      'own-method.yaml': import(/* webpackChunkName: "packs/own-method" */ './own-method.yaml'),
    }).map(async ([file, chunk]) => ({ file, data: (await chunk).default })),
  );
