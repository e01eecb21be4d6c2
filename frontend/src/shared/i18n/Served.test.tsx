import { render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '@/api/problem';
import { TextField } from '@/shared/ui/Field';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { speak } from './i18n';
import { saidAt, Served, ServedDetail } from './Served';

const show = (sentence: string) => render(<Served>{sentence}</Served>).container;
const refused = new Problem(422, {
  title: 'Cannot be processed',
  detail: 'line 3, column price: is empty',
  errors: [{ field: 'line 3, column price', message: 'is empty' }],
});

afterAll(() => speak('en'));

describe('what a service says, in English', () => {
  it('is set for reading and needs no mark, known or not', async () => {
    await speak('en');
    expect(show('It fell 6.4 % until 2026-10-01.').innerHTML).toBe('It fell 6.4&nbsp;% until Oct 1, 2026.');
    expect(show('must not be blank').innerHTML).toBe('must not be blank');
  });
});

describe('what a service says, in German', () => {
  beforeAll(async () => {
    await speak('de');
    // the page does not wait for these sentences
    const said = show('must not be blank');
    await waitFor(() => expect(said).toHaveTextContent('darf nicht leer sein'));
  });

  it('is German, and plain text of the page', () => {
    expect(show('must not be blank').innerHTML).toBe('darf nicht leer sein');
    expect(show('must be greater than or equal to 0.5').innerHTML).toBe('muss mindestens 0,5 sein');
  });

  it('is marked as the English it is where there is no German for it', () => {
    show('Nobody has said this before.');
    expect(screen.getByText('Nobody has said this before.')).toHaveAttribute('lang', 'en');
  });

  it('has the name of a field before what is said of it', () => {
    expect(render(<ServedDetail>weights.ORBX: is missing</ServedDetail>).container.innerHTML).toBe(
      'weights.ORBX: fehlt',
    );
    render(<ServedDetail>name: was sung out of tune</ServedDetail>);
    expect(screen.getByText('was sung out of tune')).toHaveAttribute('lang', 'en');
  });

  it('stands at its field', () => {
    const problem = new Problem(400, { errors: [{ field: 'name', message: 'must not be blank' }] });
    render(<TextField label="Name" error={saidAt(problem, 'symbol', 'name')} />);
    expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('darf nicht leer sein');
    expect(saidAt(problem, 'symbol')).toBeUndefined();
    expect(saidAt(undefined, 'name')).toBeUndefined();
  });

  it('stands in the notice of a refusal, with its places', () => {
    render(
      <MemoryRouter>
        <ProblemNotice error={refused} />
      </MemoryRouter>,
    );
    const notice = screen.getByRole('alert');
    expect(notice).toHaveTextContent('Kann nicht verarbeitet werden');
    expect(notice).toHaveTextContent('Zeile 3, Spalte price: ist leer');
    expect(notice.querySelector('[lang]')).toBeNull();
  });
});
