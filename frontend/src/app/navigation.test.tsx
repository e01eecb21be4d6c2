import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { entries } from '@/shared/navigation/navigation';
import { platform } from '../../test/render';

const { open } = platform();

describe('the rail', () => {
  it('names each address once', () => {
    const addresses = entries.map(({ to }) => to);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(entries.map(({ to }) => to))('leads to a page at %s, and says that one is there', async (to) => {
    open(to);
    const heading = await screen.findByRole('heading', { level: 1 });
    expect(heading).not.toHaveTextContent('Page not found');
    expect(
      screen.getByRole('navigation', { name: 'Main' }).querySelector('[aria-current=page]'),
    ).toHaveAttribute('href', to);
  });
});
