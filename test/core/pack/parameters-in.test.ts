import { parametersIn } from '../../../src/core/pack/parameters-in';

test('parameters wherever they stand, each once', () => {
  const part = {
    last: { parameter: 'n' },
    in: { years: { parameter: 'm' }, of_last: { parameter: 'm' } },
    rules: ['parameter'],
    parameter: 3,
  };
  expect([...parametersIn(part)]).toEqual(['n', 'm']);
  expect([...parametersIn('parameter')]).toEqual([]);
  expect([...parametersIn(null)]).toEqual([]);
});
