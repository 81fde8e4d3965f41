import { UploadRoom } from './upload-room';

describe('the room for uploads', () => {
  it('is shared: one owner cannot take all of it', () => {
    const room = new UploadRoom(100, 60);
    room.take('a', 60);
    expect(() => room.take('a', 1)).toThrow('busy');
    room.take('b', 40);
    expect(() => room.take('c', 1)).toThrow('busy');
  });

  it('comes back, to its owner too', () => {
    const room = new UploadRoom(100, 60);
    const leave = [room.take('a', 30), room.take('a', 30)];
    for (const left of leave) left();
    expect(() => room.take('a', 60)).not.toThrow();
  });
});
