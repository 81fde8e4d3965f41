import { NoRoomError, UploadRoom } from './upload-room';

describe('the room for uploads', () => {
  it('is shared: one owner cannot take all of it', () => {
    const room = new UploadRoom(100, 60);
    room.enter('a', 60).grow(60);
    expect(() => room.enter('a', 1)).toThrow(NoRoomError);
    const other = room.enter('b', 40);
    other.grow(40);
    expect(() => other.grow(1)).toThrow(NoRoomError);
    expect(() => room.enter('c', 1)).toThrow(NoRoomError);
  });

  it('is not taken by what is announced and never comes', () => {
    const room = new UploadRoom(100, 60);
    for (const owner of ['a', 'a', 'b', 'b']) room.enter(owner, 50).grow(1);
    expect(() => room.enter('c', 60).grow(60)).not.toThrow();
  });

  it('comes back, to its owner too, and only once', () => {
    const room = new UploadRoom(100, 60);
    const places = [room.enter('a', 30), room.enter('a', 30)];
    for (const place of places) {
      place.grow(30);
      place.leave();
      place.leave();
    }
    room.enter('a', 60).grow(60);
    expect(() => room.enter('a', 1)).toThrow(NoRoomError);
  });
});
