import { gridOf } from './list-grid';

describe('columns of the list on the screen', () => {
  it('has a track for the running number and one for each column', () => {
    expect(gridOf(['number', 'title']).columns).toBe(
      '48px minmax(136px, 19fr) minmax(188px, 32fr)',
    );
  });

  it('fits a page of 1280 pixels with the usual columns', () => {
    const usual = ['systemCode', 'number', 'title', 'inForceOn', 'department', 'status'] as const;
    expect(gridOf([...usual, 'adopted', 'replaces', 'note']).least).toBeLessThan(985);
  });

  it('needs as much as its columns with the gaps between them and at both ends', () => {
    expect(gridOf(['number', 'title']).least).toBe(8 + 48 + 8 + 136 + 8 + 188 + 8);
  });
});
