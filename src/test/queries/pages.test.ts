import {queryPages} from './pages';
import {reasonless} from './reasonless';

test('a null without a reason is found wherever it is, and one with its reason is not', () => {
  const answer = {
    backing: {
      ratio: null,
      reason: 'STALE',
      parts: [
        {share: null, reasons: []},
        {share: null, reasons: [{field: 'share', reason: 'STALE'}]},
      ],
    },
    yield: {apy: null, apyReason: 'MARK_OVERDUE', nav: null},
  };
  expect(reasonless(answer)).toEqual(['backing.parts[0].share', 'yield.nav']);
});

const PAGES = queryPages();

test('each reader has questions, each with a title of its own', () => {
  const titles = PAGES.map(({title}) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(PAGES.map(({file}) => file.split('/')[0])).size).toBe(3);
});

test.each(PAGES.map((page) => [page.file, page] as const))(
  '%s prints no null that lacks a reason',
  (_file, {answer}) => {
    expect(reasonless(answer as Parameters<typeof reasonless>[0])).toEqual([]);
  },
);
