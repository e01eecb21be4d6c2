import { money, percentChange, price } from '@/shared/format/format';
import { Card } from '@/shared/ui/Card';
import { Delta } from '@/shared/ui/Delta';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

const rows = [
  ['ORBX', 'Orbix Industries', 121.34, 12_134, 0.0123],
  ['EWLD', 'World Equity Fund', 0.9213, 921.3, -0.0045],
  ['CASH', 'A name that is far too long for the column it has to stand in', undefined, undefined, undefined],
] as const;

/** Words on the left, figures on the right, what is not known as a dash; it scrolls inside its own region. */
export function Tables() {
  return (
    <Card title="What it consists of" padded={false}>
      <Table label="Holdings">
        <thead>
          <tr>
            <Th>Symbol</Th>
            <Th>Name</Th>
            <Th right>Price</Th>
            <Th right>Value</Th>
            <Th right>Today</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([symbol, name, last, value, change]) => (
            <Tr key={symbol}>
              <Td className="font-medium">{symbol}</Td>
              <Td className="min-w-48">{name}</Td>
              <Td right>{price(last, 'USD')}</Td>
              <Td right>{money(value, 'USD')}</Td>
              <Td right>
                <Delta value={change}>{percentChange(change)}</Delta>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
