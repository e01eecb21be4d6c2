import { render } from '@testing-library/react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Unhurried } from './Unhurried';

const page = <Unhurried instead={<i>to come</i>}>there</Unhurried>;

it('shows what stands in the place of its children first, then them', () => {
  expect(renderToStaticMarkup(page)).toBe('<i>to come</i>');
  expect(render(page).container).toHaveTextContent('there');
});
