import {attestedReport} from '../../projections/attestation';
import {world} from './history';
import {law} from './law';
import {machineAfter} from './machine';

law(
  'every report is one line of the register, whole and as it was, also where another corrects it',
  world,
  (played) => {
    const rows = machineAfter(played.events).rows(attestedReport);
    const said = rows.map(({reportId, body, kind, corrects, asOf, publishedAt}) => ({
      ...{reportId, kind, body, corrects, asOf, publishedAt},
    }));
    const {reports} = played.register;
    expect(said).toEqual(
      reports.map(({reportId, kind, body, corrects, asOf, publishedAt}) => ({
        ...{reportId, kind, body, corrects, asOf, publishedAt},
      })),
    );
  },
);

law('no report is known before it is published, and none is corrected before it is known', world, ({events}) => {
  const rows = machineAfter(events).rows(attestedReport);
  expect(rows.filter(({at, publishedAt, asOf}) => publishedAt > at || asOf > publishedAt)).toEqual([]);
  for (const {corrects, record, kind, subject} of rows.filter((row) => row.corrects !== null)) {
    const corrected = rows.find(({reportId}) => reportId === corrects);
    expect(corrected).toMatchObject({kind, subject});
    expect((corrected?.record ?? record) < record).toBe(true);
  }
});
