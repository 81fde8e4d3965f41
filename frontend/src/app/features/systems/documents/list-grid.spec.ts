import { gridOf } from './list-grid';

describe('columns of the list on the screen', () => {
  it('has a track for the running number and one for each column', () => {
    expect(gridOf(['number', 'title']).columns).toBe(
      '52px minmax(165px, 19fr) minmax(240px, 32fr)',
    );
  });

  it('needs as much as its columns with the gaps between them and at both ends', () => {
    expect(gridOf(['number', 'title']).least).toBe(8 + 52 + 8 + 165 + 8 + 240 + 8);
  });
});
