import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { analysis } from '../../../mocks/fixtures';
import { useSettings } from '@/shared/settings/settings';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open } = platform();
const checked = () => ({ analyses: [analysis({ kind: 'risk', state: 'COMPLETED', percent: 100 })] });
afterEach(() => useSettings.setState({ lessonsDone: [] }));

describe('learning', () => {
  it('finds a word by what it asks', async () => {
    open('/learn');
    await userEvent.type(await screen.findByLabelText('Find a word'), 'fall together');
    expect(screen.getByRole('link', { name: 'Correlation' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Beta' })).not.toBeInTheDocument();
    await expectAccessible();
    await userEvent.type(screen.getByLabelText('Find a word'), 'xyz');
    expect(screen.getByText('There is no word like “fall togetherxyz”.')).toBeInTheDocument();
  });

  it('tells a word in a sentence, for oneself, as a formula and how it is misread', async () => {
    open('/learn/value-at-risk', checked());
    const own = await screen.findByRole('complementary', { name: 'For you' });
    expect(await within(own).findByText(/you would expect to lose \$[\d,]+ or more/)).toBeInTheDocument();
    expect(screen.getByText(/It is not the worst case/)).toBeInTheDocument();
    expect(screen.getByText(/quantile of the returns/)).toBeInTheDocument();
    await expectAccessible();
  });

  it('leads to the risk check where there is no figure of one’s own yet', async () => {
    open('/learn/volatility');
    const own = await screen.findByRole('complementary', { name: 'For you' });
    expect(within(own).getByRole('link', { name: 'To the risk check' })).toHaveAttribute('href', '/risk');
  });

  it('says so when there is no such word', async () => {
    open('/learn/nonsense');
    expect(await screen.findByRole('heading', { level: 1, name: 'Unknown word' })).toBeInTheDocument();
  });

  it('leads through a lesson on one’s own figures to a question, and remembers that it was taken', async () => {
    open('/learn', checked());
    await userEvent.click(await screen.findByRole('link', { name: 'Start: What can I lose?' }));
    expect(await screen.findByText(/in 19 months out of 20 you would lose less/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByRole('heading', { level: 2, name: 'Then look behind it' })).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(screen.getByRole('button', { name: 'Finish' })).toBeDisabled();
    await userEvent.click(screen.getByRole('radio', { name: '1,000' }));
    expect(screen.getByText('Not quite.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: /More than 1,000/ }));
    expect(screen.getByText('That is right.')).toBeInTheDocument();
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: 'Finish' }));
    expect(screen.getByRole('link', { name: 'Now see it on your own page' })).toHaveAttribute(
      'href',
      '/risk',
    );
    const [back] = screen.getAllByRole('link', { name: 'All words and lessons' });
    if (back) await userEvent.click(back);
    expect(await screen.findByRole('link', { name: 'Again: What can I lose?' })).toBeInTheDocument();
  });

  it('is led to from a card of a result', async () => {
    const world = checked();
    open(`/risk/${world.analyses[0]?.id ?? ''}`, world);
    const links = await screen.findAllByRole('link', { name: /Drawdown|drawdown/ });
    expect(links[0]).toHaveAttribute('href', '/learn/drawdown');
  });
});
