use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::data::Tables;

use super::csv_table::CsvRecords;
use super::error::BatchError;
use super::groups::Groups;
use super::input::{Chunk, Columns, Opened, Source, open};
use super::options::{CsvLayout, Options, Output};
use super::summary::Summary;
use super::worker::{Answered, Setup, Worker};

/// A chunk and the buffer of its answers; both are recycled, so that memory stays constant.
type Job = (Chunk, Answered);

/// The queue of each worker.
type Senders = Mutex<Vec<SyncSender<Job>>>;

/// Jobs that may wait in front of each worker, and behind it.
const QUEUE_CAPACITY: usize = 2;

/// More workers than this bring no speed.
const MAX_WORKERS: usize = 64;

/// Answers every row of the input, in order; `progress` gets the counts so far after each write.
///
/// # Errors
/// When the input cannot be read or used, or the output cannot be written.
///
/// # Panics
/// Never: no worker panics, whatever the input.
pub fn run(
    tables: &Tables,
    options: &Options,
    input: impl Read + Send + 'static,
    output: &mut impl Write,
    mut progress: impl FnMut(&Summary),
) -> Result<Summary, BatchError> {
    let Opened { source: chunks, columns } = open(input, options)?;
    let keeps_others = match options.output {
        Output::JsonLines => true,
        // Cells come back under their columns; keys have none.
        Output::Csv(_) => columns.is_some(),
        Output::Fields(_) | Output::Groups(_) => false,
    };
    let groups = match &options.output {
        Output::Groups(by) => Some(Groups::new(by.clone())),
        Output::JsonLines | Output::Csv(_) | Output::Fields(_) => None,
    };
    let mut summary = Summary { keeps_others, groups, ..Summary::default() };
    let layout = match options.output {
        Output::Csv(layout) => layout,
        Output::JsonLines | Output::Fields(_) | Output::Groups(_) => CsvLayout::default(),
    };
    let table = CsvRecords::new(options, layout, columns.as_ref());
    if let Output::Csv(_) = options.output {
        output.write_all(&table.header()).map_err(BatchError::Write)?;
    }
    let others = columns.iter().flat_map(Columns::others);
    others.for_each(|column| summary.add_other(&column.key));
    let setup = &Setup { options, columns, table };
    let write = |answered: &Answered| -> Result<bool, BatchError> {
        output.write_all(&answered.records).map_err(BatchError::Write)?;
        output.flush().map_err(BatchError::Write)?;
        summary.add(&answered.summary);
        progress(&summary);
        Ok(summary.stopped.is_none())
    };
    let workers = options.workers.get().min(MAX_WORKERS);
    if workers == 1 {
        answer_here(chunks, tables, setup, write)?;
        return Ok(summary);
    }
    thread::scope(|scope| {
        // A thread that the system does not grant is done without: the others take its work, or
        // this one does.
        let (start, begins) = sync_channel::<(Box<dyn Source>, Receiver<Job>)>(1);
        let to_workers = Arc::new(Mutex::new(Vec::new()));
        let reader = || {
            let to_workers = Arc::clone(&to_workers);
            // Not a scoped thread, because a blocked input must not delay an early end.
            thread::Builder::new().spawn(move || {
                let _close = CloseQueues(&to_workers);
                let Ok((mut chunks, recycled)) = begins.recv() else { return Ok(()) };
                distribute(chunks.as_mut(), &to_workers, &recycled)
            })
        };
        let Some(Ok(reader)) = has_room().then(reader) else {
            return answer_here(chunks, tables, setup, write);
        };
        let mut from_workers = Vec::new();
        for _ in 0..workers {
            let (to_worker, to_do) = sync_channel::<Job>(QUEUE_CAPACITY);
            let (done, from_worker) = sync_channel(QUEUE_CAPACITY);
            let (is_ready, ready) = sync_channel(1);
            if !has_room() {
                break;
            }
            let started = thread::Builder::new().spawn_scoped(scope, move || {
                let _ = is_ready.send(());
                let mut worker = Worker::new(tables, setup);
                for (chunk, mut answered) in to_do {
                    worker.answer(&chunk, &mut answered);
                    if done.send((chunk, answered)).is_err() {
                        return;
                    }
                }
            });
            if started.is_err() || ready.recv().is_err() {
                break;
            }
            senders(&to_workers).push(to_worker);
            from_workers.push(from_worker);
        }
        if from_workers.is_empty() {
            return answer_here(chunks, tables, setup, write);
        }
        let (recycle, recycled) = sync_channel(4 * QUEUE_CAPACITY * from_workers.len());
        // The reader waits for this.
        let _ = start.send((chunks, recycled));
        let ended = collect(&from_workers, &recycle, write);
        drop(from_workers);
        drop(CloseQueues(&to_workers));
        match ended? {
            End::OfInput => {
                reader.join().expect("reading does not panic").map_err(BatchError::Read)
            }
            End::Early => Ok(()),
        }
    })?;
    Ok(summary)
}

/// Whether memory has room for one more thread: one that starts without it would end the program.
fn has_room() -> bool {
    // A stack, and what the allocator sets apart for a thread.
    const BYTES: usize = 96 << 20;
    let mut room = Vec::<u8>::new();
    let found = room.try_reserve_exact(BYTES).is_ok();
    std::hint::black_box(&room);
    found
}

/// Answers every row in this thread.
fn answer_here(
    mut chunks: Box<dyn Source>,
    tables: &Tables,
    setup: &Setup<'_>,
    mut write: impl FnMut(&Answered) -> Result<bool, BatchError>,
) -> Result<(), BatchError> {
    let mut worker = Worker::new(tables, setup);
    let (mut chunk, mut answered) = (Chunk::default(), Answered::default());
    while chunks.next(&mut chunk).map_err(BatchError::Read)? {
        worker.answer(&chunk, &mut answered);
        if !write(&answered)? {
            break;
        }
    }
    Ok(())
}

/// Sends the chunks of the input to the workers in turn, until it ends or no worker receives.
fn distribute(
    chunks: &mut dyn Source,
    to_workers: &Senders,
    recycled: &Receiver<Job>,
) -> io::Result<()> {
    let workers = senders(to_workers).len();
    for turn in (0..workers).cycle() {
        let (mut chunk, answered) = recycled.try_recv().unwrap_or_default();
        if !chunks.next(&mut chunk)? {
            break;
        }
        let takes = |to: &SyncSender<Job>| to.send((chunk, answered)).is_ok();
        if !senders(to_workers).get(turn).is_some_and(takes) {
            break;
        }
    }
    Ok(())
}

/// Closes the queues when dropped, which ends the workers.
struct CloseQueues<'a>(&'a Senders);

impl Drop for CloseQueues<'_> {
    fn drop(&mut self) {
        senders(self.0).clear();
    }
}

fn senders(to_workers: &Senders) -> MutexGuard<'_, Vec<SyncSender<Job>>> {
    to_workers.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Why a stream ended.
enum End {
    OfInput,
    Early,
}

/// Receives the answers in the same turn, which keeps the order of the input.
fn collect(
    from_workers: &[Receiver<Job>],
    recycle: &SyncSender<Job>,
    mut write: impl FnMut(&Answered) -> Result<bool, BatchError>,
) -> Result<End, BatchError> {
    for from_worker in from_workers.iter().cycle() {
        // The next worker has no more answers: the input has ended.
        let Ok(job) = from_worker.recv() else { break };
        if !write(&job.1)? {
            return Ok(End::Early);
        }
        let _ = recycle.try_send(job);
    }
    Ok(End::OfInput)
}
