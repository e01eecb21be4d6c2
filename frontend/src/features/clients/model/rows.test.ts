import { describe, expect, it } from 'vitest';
import { clients } from '../../../../mocks/marginFixtures';
import { arranged, type Row, type Values } from './rows';

const [ada, boris] = clients;
if (!ada || !boris) throw new Error('the fixture has two clients');
const values = (change: Partial<Values>): Values => ({
  portfolioValue: '100',
  loanAmount: '50',
  netEquity: '50',
  state: 'OK',
  utilization: 0.5,
  distanceToCall: 0.3,
  ...change,
});
const row = (name: string, of: Partial<Values> | undefined): Row => ({
  client: { ...ada, id: name, name },
  values: of && values(of),
});
const rows = [
  row('Fine', {}),
  row('Called', { state: 'CALL', utilization: 1.2, distanceToCall: -0.1 }),
  row('Gone', { state: 'CALL', utilization: undefined, distanceToCall: undefined }),
  row('Unknown', undefined),
  row('Old', { state: 'STALE', utilization: 0.4 }),
];
const names = (list: readonly Row[]) => list.map(({ client }) => client.name);

describe('the table of clients', () => {
  it('puts who has no equity left above every other, and who is not known last either way', () => {
    expect(names(arranged(rows, 'all', 'utilization', true))).toEqual([
      'Gone',
      'Called',
      'Fine',
      'Old',
      'Unknown',
    ]);
    expect(names(arranged(rows, 'all', 'utilization', false)).at(-1)).toBe('Unknown');
  });

  it('sorts by how serious it is, and by name where that is alike', () => {
    expect(names(arranged(rows, 'all', 'state', true))).toEqual(['Called', 'Gone', 'Old', 'Fine', 'Unknown']);
  });

  it('shows who needs attention, old prices among them, or calls alone', () => {
    expect(names(arranged(rows, 'attention', 'name', false))).toEqual(['Called', 'Gone', 'Old']);
    expect(names(arranged(rows, 'CALL', 'name', false))).toEqual(['Called', 'Gone']);
  });
});
