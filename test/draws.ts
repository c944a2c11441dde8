/** How many of so many drawn samples a test takes: all, or a quarter in `npm run test:fast`. */
export const draws = (all: number): number => (process.env['FEWER_DRAWS'] ? Math.ceil(all / 4) : all);
