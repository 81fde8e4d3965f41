import { receivedFrom } from './received-from';

const file = {
  ...{
    id: 'f',
    fileName: 'a.png',
    mediaType: 'image/png',
    size: 1,
    sha256: '',
    uploadedByName: '',
  },
};

describe('what came from a device', () => {
  it('is counted by device, and what was written with a network is nobody’s', () => {
    const received = receivedFrom([
      { number: 1, deviceId: 'd1', files: [file, file] },
      { number: 2, deviceId: null, files: [file] },
      { number: 3, deviceId: 'd1', files: [file] },
    ]);
    expect([...received]).toEqual([['d1', { numbers: [1, 3], photos: 3 }]]);
  });
});
