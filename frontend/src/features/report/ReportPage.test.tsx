import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { analysis } from '../../../mocks/fixtures';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open } = platform();

it('asks for the parts that were chosen, and cannot ask for none', async () => {
  const state = open('/reports', { checkMs: 0 });
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Crises' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'The future, simulated' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Risk' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Whether the figures held' }));
  expect(screen.getByRole('button', { name: 'Make the report' })).toBeDisabled();
  expect(screen.getByRole('alert')).toHaveTextContent('Choose at least one part.');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Risk' }));
  await expectAccessible();
  await userEvent.click(screen.getByRole('button', { name: 'Make the report' }));
  await waitFor(() =>
    expect(state.asked).toContainEqual({
      kind: 'portfolio-report',
      parameters: { sections: ['RISK'], missingHistory: 'REFUSE' },
    }),
  );
});

it('shows the document within the page, where it runs nothing, and gives it as a PDF', async () => {
  const done = analysis({ kind: 'portfolio-report', state: 'COMPLETED', percent: 100 });
  open(`/reports/${done.id}`, { analyses: [done] });
  const frame = await screen.findByTitle('Your report');
  expect(frame).toHaveAttribute('srcdoc', expect.stringContaining('<h1>Sample portfolio</h1>'));
  expect(frame).toHaveAttribute('sandbox', '');
  expect(screen.getByRole('link', { name: 'Download PDF' })).toHaveAttribute(
    'href',
    `/api/v1/analyses/${done.id}/report.pdf`,
  );
  expect(screen.queryByRole('link', { name: 'CSV' })).not.toBeInTheDocument();
});
